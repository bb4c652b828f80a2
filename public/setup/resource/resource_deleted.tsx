import { EuiButtonEmpty, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { SetupRequest } from '../../../common/setup_request';
import type { FormStepProps } from '../form/form_step';

type Choice = NonNullable<SetupRequest['onDeletedAccount']>;

const looks = {
  restore: { color: 'primary', iconType: 'refresh' },
  purge: { color: 'warning', iconType: 'trash' },
} as const satisfies Record<Choice, unknown>;

const choiceText: Record<Choice, (name: string) => string> = {
  restore: (name) =>
    i18n.translate('azureOpenaiSetup.resource.deleted.restore', {
      defaultMessage: 'The deleted resource {name} will be restored with its deployments.',
      values: { name },
    }),
  purge: (name) =>
    i18n.translate('azureOpenaiSetup.resource.deleted.purge', {
      defaultMessage: 'The deleted resource {name} will be purged, then a new one is created.',
      values: { name },
    }),
};

/** The choice for a deleted resource, which is applied when setup starts. */
export function DeletedAccountChoice({
  request,
  reset,
}: Pick<FormStepProps, 'request' | 'reset'>): ReactElement | null {
  const { onDeletedAccount: choice, accountName } = request;
  if (!choice) return null;
  return (
    <>
      <EuiCallOut
        size="s"
        {...looks[choice]}
        title={choiceText[choice](accountName)}
        data-test-subj="deletedAccountChoice"
      >
        <EuiButtonEmpty
          size="s"
          flush="left"
          onClick={() => reset(['onDeletedAccount'])}
          data-test-subj="undoDeletedAccountChoice"
        >
          {i18n.translate('azureOpenaiSetup.resource.deleted.undo', {
            defaultMessage: 'Undo this choice',
          })}
        </EuiButtonEmpty>
      </EuiCallOut>
      <EuiSpacer size="m" />
    </>
  );
}
