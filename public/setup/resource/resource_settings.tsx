import { EuiButtonGroup, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { accountFields, deploymentFields } from '../../../common/azure/adoption';
import { chosenAccount, chosenDeployment, reusedDeployment } from '../form/existing_things';
import type { FormStepProps } from '../form/form_step';
import { ExistingAccounts } from './resource_accounts';
import { ExistingDeployments } from './resource_deployments';
import { NewResource } from './resource_new';
import { TagsRow } from './resource_tags';

const text = {
  legend: i18n.translate('azureOpenaiSetup.resource.mode', {
    defaultMessage: 'New or existing resource',
  }),
  new: i18n.translate('azureOpenaiSetup.resource.mode.new', { defaultMessage: 'New resource' }),
  existing: i18n.translate('azureOpenaiSetup.resource.mode.existing', {
    defaultMessage: 'Existing resource',
  }),
  choose: i18n.translate('azureOpenaiSetup.resource.mode.choose', {
    defaultMessage: 'Choose a resource from the list, or a new resource.',
  }),
};

/** Choice between a new and an existing resource. */
export const resourceModeId = 'azureOpenaiSetup-resourceMode';

/** The resource of the deployment: an existing one or a new one. */
export function ResourceSettings(step: FormStepProps): ReactElement {
  const account = chosenAccount(step);
  const [chosen, setMode] = useState<'new' | 'existing'>();
  // The list of resources can arrive after the form.
  const mode = chosen ?? (account ? 'existing' : 'new');
  const change = (next: string) => {
    setMode(next === 'existing' ? 'existing' : 'new');
    if (next === 'existing') {
      if (!account) step.update({ accountName: '' });
    } else if (account) {
      step.reset([...accountFields, ...(chosenDeployment(step) ? deploymentFields : [])]);
    } else step.reset(['accountName', 'customSubDomainName']);
  };

  return (
    <>
      <EuiButtonGroup
        id={resourceModeId}
        buttonSize="s"
        legend={text.legend}
        options={[
          { id: 'new', label: text.new, 'data-test-subj': 'resourceMode-new' },
          { id: 'existing', label: text.existing, 'data-test-subj': 'resourceMode-existing' },
        ]}
        idSelected={mode}
        onChange={change}
        data-test-subj="resourceMode"
      />
      <EuiSpacer size="m" />
      {mode === 'new' ? (
        <NewResource {...step} />
      ) : (
        <>
          {!account && (
            <EuiText size="s" color="danger">
              <p data-test-subj="noAccountChosen">{text.choose}</p>
            </EuiText>
          )}
          <ExistingAccounts {...step} />
          {account && <ExistingDeployments step={step} account={account} />}
          {account && !reusedDeployment(step) && <TagsRow {...step} />}
        </>
      )}
    </>
  );
}
