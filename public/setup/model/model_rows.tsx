import { EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import * as v from 'valibot';
import { deploymentType as deploymentTypes, versionUpgradeOption } from '../../../common/fields';
import type { ModelOption } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import { FieldRow } from '../form/field_row';
import { fieldText } from '../../../common/words/field_text';
import type { FormStepProps } from '../form/form_step';
import { formatTokens, regionName } from '../../../common/words/format';
import { dataProcessing, typeName, versionPolicyText } from '../../../common/words/model_text';

export function TypeRow({
  step,
  offer,
}: {
  step: FormStepProps;
  offer?: ModelOption;
}): ReactElement {
  const { request, options, update } = step;
  const offered = offer?.deploymentTypes ?? [];
  const known = offered.some(({ deploymentType }) => deploymentType === request.deploymentType);
  const shown = known ? offered : [{ deploymentType: request.deploymentType }, ...offered];
  return (
    <FieldRow
      field="deploymentType"
      step={step}
      help={
        isReason(step)
          ? undefined
          : dataProcessing(request.deploymentType, regionName(request.location, options))
      }
      error={offer && !known ? fieldText.deploymentType.rule : undefined}
    >
      {(isInvalid) => (
        <EuiSelect
          fullWidth
          options={shown.map((type) => ({
            value: type.deploymentType,
            text: typeLabel(type),
          }))}
          value={request.deploymentType}
          onChange={(event) =>
            update({ deploymentType: v.parse(deploymentTypes, event.target.value) })
          }
          isInvalid={isInvalid}
          aria-label={fieldText.deploymentType.label}
          data-test-subj="modelDeploymentType"
        />
      )}
    </FieldRow>
  );
}

/** True if the type is recommended for the location of processing: one line says both. */
const isReason = ({ request, recommendation }: FormStepProps) =>
  recommendation.reasons.deploymentType.code === 'data_stays_in_region' &&
  request.deploymentType === recommendation.request.deploymentType;

function typeLabel(type: {
  deploymentType: SetupRequest['deploymentType'];
  free?: number;
  tokensPerUnit?: number;
}): string {
  const name = typeName(type.deploymentType);
  if (type.free === undefined || type.tokensPerUnit === undefined) return name;
  return i18n.translate('azureOpenaiSetup.model.typeWithQuota', {
    defaultMessage: '{name}: {tokens} free',
    values: { name, tokens: formatTokens(type.free * type.tokensPerUnit) },
  });
}

export function PolicyRow(step: FormStepProps): ReactElement {
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
