import { EuiAccordion, EuiSkeletonText, EuiSpacer, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import { atOnce } from '../../shared/accordion_style';
import { lazyPart } from '../../shared/lazy_part';
import type { FormStepProps } from '../form/form_step';
import { usePageActions } from '../screen/page_actions';

const MoreSettingsForm = lazyPart(
  async () => (await import('./more_settings_form')).MoreSettingsForm,
  <EuiSkeletonText lines={8} />,
);

/** The fields of the form; all others have a row of the plan. */
const settings: readonly SetupField[] = [
  'subscriptionId',
  'resourceGroup',
  'accountName',
  'customSubDomainName',
  'kind',
  'networkAccess',
  'ipRules',
  'tags',
  'deploymentName',
  'versionUpgradeOption',
  'authentication',
  'applicationId',
  'targetName',
];

/** Rarely changed values, in an accordion. It opens automatically for a requested or invalid field. */
export function MoreSettings(step: FormStepProps): ReactElement {
  const { field } = usePageActions();
  const id = useGeneratedHtmlId({ prefix: 'moreSettings' });
  const [isOpen, setOpen] = useState(false);
  const isInvalid = settings.some((one) => step.invalid.has(one));
  const [wasInvalid, setWasInvalid] = useState(false);
  if (isInvalid !== wasInvalid) {
    setWasInvalid(isInvalid);
    if (isInvalid) setOpen(true);
  }
  const wanted = field !== undefined && settings.includes(field) ? field : undefined;
  if (wanted !== undefined && !isOpen) setOpen(true);
  return (
    <EuiAccordion
      id={id}
      buttonContent={i18n.translate('azureOpenaiSetup.settings.title', {
        defaultMessage: 'Names, network access, API keys, tags, version updates',
      })}
      forceState={isOpen ? 'open' : 'closed'}
      onToggle={setOpen}
      css={isOpen ? atOnce : undefined}
      buttonProps={{ 'data-test-subj': 'moreSettingsButton' }}
      data-test-subj="moreSettings"
    >
      {isOpen && (
        <>
          <EuiSpacer size="m" />
          <MoreSettingsForm step={step} field={wanted} />
        </>
      )}
    </EuiAccordion>
  );
}
