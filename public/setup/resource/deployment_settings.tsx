import { EuiFieldText, EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import { versionUpgradeOption } from '../../../common/fields';
import { fieldText } from '../../../common/words/field_text';
import { versionPolicyText } from '../../../common/words/version_policy_text';
import { reusedDeployment } from '../form/existing_things';
import { FieldRow } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';

/** Name and version updates of the deployment. An existing one keeps its own. */
export function DeploymentSettings(step: FormStepProps): ReactElement {
  const { request, update } = step;
  const isReused = reusedDeployment(step) !== undefined;
  return (
    <>
      <FieldRow
        field="deploymentName"
        step={step}
        help={
          isReused
            ? i18n.translate('azureOpenaiSetup.deployment.exists', {
                defaultMessage:
                  'This deployment exists and is used as it is. To create a new one, enter another name.',
              })
            : undefined
        }
      >
        {(isInvalid) => (
          <EuiFieldText
            fullWidth
            value={request.deploymentName}
            onChange={(event) => update({ deploymentName: event.target.value })}
            isInvalid={isInvalid}
            data-test-subj="deploymentName"
          />
        )}
      </FieldRow>
      {!isReused && <UpgradeRow {...step} />}
    </>
  );
}

function UpgradeRow(step: FormStepProps): ReactElement {
  const { request, update } = step;
  const policies = versionUpgradeOption.options;
  return (
    <FieldRow
      field="versionUpgradeOption"
      step={step}
      help={versionPolicyText[request.versionUpgradeOption].meaning}
    >
      {(isInvalid) => (
        <EuiSelect
          fullWidth
          options={policies.map((value) => ({ value, text: versionPolicyText[value].name }))}
          value={request.versionUpgradeOption}
          onChange={(event) =>
            update({ versionUpgradeOption: v.parse(versionUpgradeOption, event.target.value) })
          }
          isInvalid={isInvalid}
          aria-label={fieldText.versionUpgradeOption.label}
          data-test-subj="modelVersionPolicy"
        />
      )}
    </FieldRow>
  );
}
