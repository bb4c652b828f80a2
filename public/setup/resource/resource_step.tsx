import { EuiButtonGroup, EuiFormRow, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { Options } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import { accountFields, deploymentFields } from '../../../common/adoption';
import { chosenAccount, chosenDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { regionName } from '../../../common/words/format';
import { ExistingAccounts } from './resource_accounts';
import { DeletedAccountChoice } from './resource_deleted';
import { ExistingDeployments } from './resource_deployments';
import { NewResource } from './resource_new';
import { SubscriptionRow } from './resource_place';

/** One line of facts for the folded step. */
export function resourceSummary(request: SetupRequest, options: Options | undefined): string {
  const exists = options && chosenAccount({ request, options }) !== undefined;
  const values = {
    name: request.accountName,
    region: regionName(request.location, options),
    group: request.resourceGroup,
  };
  return exists
    ? i18n.translate('azureOpenaiSetup.resource.summary.existing', {
        defaultMessage: '{name} in {region}, existing, resource group {group}',
        values,
      })
    : i18n.translate('azureOpenaiSetup.resource.summary.new', {
        defaultMessage: '{name} in {region}, new, resource group {group}',
        values,
      });
}

const text = {
  legend: i18n.translate('azureOpenaiSetup.resource.mode', {
    defaultMessage: 'New or existing resource',
  }),
  new: i18n.translate('azureOpenaiSetup.resource.mode.new', { defaultMessage: 'New resource' }),
  existing: i18n.translate('azureOpenaiSetup.resource.mode.existing', {
    defaultMessage: 'Existing resource',
  }),
};

/** The resource of the deployment: an existing one or a new one. */
export function ResourceStep(step: FormStepProps): ReactElement {
  const account = chosenAccount(step);
  const [mode, setMode] = useState<'new' | 'existing'>(account ? 'existing' : 'new');
  const change = (next: string) => {
    setMode(next === 'existing' ? 'existing' : 'new');
    if (next === 'new' && account) {
      step.reset([...accountFields, ...(chosenDeployment(step) ? deploymentFields : [])]);
    }
  };

  return (
    <>
      <SubscriptionRow {...step} />
      <EuiFormRow label={text.legend} fullWidth hasChildLabel={false}>
        <EuiButtonGroup
          legend={text.legend}
          options={[
            { id: 'new', label: text.new, 'data-test-subj': 'resourceMode-new' },
            { id: 'existing', label: text.existing, 'data-test-subj': 'resourceMode-existing' },
          ]}
          idSelected={mode}
          onChange={change}
          data-test-subj="resourceMode"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
      <DeletedAccountChoice {...step} />
      {mode === 'new' ? (
        <NewResource {...step} />
      ) : (
        <>
          <ExistingAccounts {...step} />
          {account && <ExistingDeployments step={step} account={account} />}
        </>
      )}
    </>
  );
}
