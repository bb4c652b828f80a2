import {
  EuiCodeBlock,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutHeader,
  EuiSpacer,
  EuiText,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { smallestRole } from './smallest_role';

const roles = [
  {
    role: 'Contributor',
    scope: i18n.translate('azureOpenaiSetup.roles.subscription', {
      defaultMessage: 'On the subscription. Owner includes it.',
    }),
  },
  {
    role: 'Contributor + Reader',
    scope: i18n.translate('azureOpenaiSetup.roles.group', {
      defaultMessage:
        'Contributor on a resource group that exists, and Reader on the subscription. The resource provider Microsoft.CognitiveServices must be registered.',
    }),
  },
  {
    role: 'Cognitive Services Contributor + Reader',
    scope: i18n.translate('azureOpenaiSetup.roles.cognitiveServices', {
      defaultMessage:
        'Cognitive Services Contributor on a resource group that exists, and Reader on the subscription.',
    }),
  },
];

/** The Azure roles that are enough for a setup. */
export function RolesFlyout({ onClose }: { onClose(): void }): ReactElement {
  const id = useGeneratedHtmlId({ prefix: 'roles' });
  return (
    <EuiFlyout onClose={onClose} size="m" aria-labelledby={id} data-test-subj="rolesFlyout">
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="m">
          <h2 id={id}>
            {i18n.translate('azureOpenaiSetup.roles.title', {
              defaultMessage: 'Azure roles for setup',
            })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        <EuiText size="s">
          <p>
            {i18n.translate('azureOpenaiSetup.roles.oneOf', {
              defaultMessage: 'Your account or service principal needs one of these:',
            })}
          </p>
          <ul>
            {roles.map(({ role, scope }) => (
              <li key={role}>
                <strong>{role}</strong>
                <br />
                {scope}
              </li>
            ))}
            <li>
              <strong>
                {i18n.translate('azureOpenaiSetup.roles.custom', {
                  defaultMessage: 'A custom role',
                })}
              </strong>
              <br />
              {i18n.translate('azureOpenaiSetup.roles.customMore', {
                defaultMessage: 'This is the smallest one. Replace the subscription ID.',
              })}
            </li>
          </ul>
        </EuiText>
        <EuiSpacer size="m" />
        <EuiCodeBlock language="json" fontSize="s" paddingSize="m" isCopyable>
          {JSON.stringify(smallestRole, null, 2)}
        </EuiCodeBlock>
      </EuiFlyoutBody>
    </EuiFlyout>
  );
}
