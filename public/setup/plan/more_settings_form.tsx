import { EuiSpacer, EuiTitle } from '@elastic/eui';
import { useEffect, type ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import { KeylessSettings } from '../application/keyless_settings';
import { focusField } from '../form/field_row';
import type { FormStepProps } from '../form/form_step';
import { usePageActions } from '../screen/page_actions';
import { DeploymentSettings } from '../resource/deployment_settings';
import { SubscriptionRow } from '../resource/resource_place';
import { resourceModeId, ResourceSettings } from '../resource/resource_settings';
import { TargetSettings } from '../target/target_settings';
import { stepText } from '../../../common/words/step_text';
import { rowHeads } from '../plan_row/row_heads';

/** Wide enough for the longest name, as EUI recommends for forms. Tables take the whole width. */
const narrowRows = { '.euiFormRow': { maxInlineSize: 480 } } as const;

/** Fields that are hidden by another field, which is focused instead. */
const hiddenBy: Partial<Record<SetupField, SetupField>> = {
  ipRules: 'networkAccess',
  versionUpgradeOption: 'deploymentName',
};

function focusSetting(field: SetupField): void {
  const other = hiddenBy[field];
  if (focusField(field) || (other && focusField(other))) return;
  // The values of an existing resource are fixed, so the choice of the resource is focused.
  document.getElementById(resourceModeId)?.querySelector<HTMLElement>('button, input')?.focus();
}

interface MoreSettingsFormProps {
  step: FormStepProps;
  /** The field to focus. */
  field?: SetupField;
}

/** All fields without a row in the plan, starting with the subscription, which the others depend on. */
export function MoreSettingsForm(props: MoreSettingsFormProps): ReactElement {
  const { step, field } = props;
  const { fieldOpened } = usePageActions();
  useEffect(() => {
    if (field === undefined) return;
    focusSetting(field);
    fieldOpened();
  }, [field, fieldOpened]);
  return (
    <div css={narrowRows}>
      <SubscriptionRow {...step} />
      <Title text={stepText.account.title} />
      <ResourceSettings {...step} />
      <Title text={stepText.model_deployment.title} />
      <DeploymentSettings {...step} />
      <Title text={rowHeads.target.label} />
      <TargetSettings {...step} />
      <EuiSpacer size="m" />
      <KeylessSettings {...step} />
    </div>
  );
}

function Title({ text }: { text: string }): ReactElement {
  return (
    <>
      <EuiSpacer size="l" />
      <EuiTitle size="xxs">
        <h3>{text}</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
    </>
  );
}
