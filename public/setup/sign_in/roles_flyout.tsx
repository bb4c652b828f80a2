import { EuiCodeBlock, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { Flyout } from '../../shared/flyout';
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
        'Contributor on an existing resource group, and Reader on the subscription. The resource provider Microsoft.CognitiveServices must be registered.',
    }),
  },
  {
    role: 'Cognitive Services Contributor + Reader',
    scope: i18n.translate('azureOpenaiSetup.roles.cognitiveServices', {
      defaultMessage:
        'Cognitive Services Contributor on an existing resource group, and Reader on the subscription.',
    }),
  },
];

/** The Azure roles that are sufficient for setup. */
export function RolesFlyout({ onClose }: { onClose(): void }): ReactElement {
  return (
    <Flyout
      title={i18n.translate('azureOpenaiSetup.roles.title', {
        defaultMessage: 'Azure roles for setup',
      })}
      onClose={onClose}
      testSubj="rolesFlyout"
    >
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
              defaultMessage: 'This is the smallest role. Replace the subscription ID.',
            })}
          </li>
        </ul>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiCodeBlock language="json" fontSize="s" paddingSize="m" isCopyable>
        {JSON.stringify(smallestRole, null, 2)}
      </EuiCodeBlock>
    </Flyout>
  );
}
