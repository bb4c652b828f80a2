import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import type { FormStepProps } from '../form/form_step';
import { MoreSettings } from './more_settings';
import { CostRow } from '../cost/cost_row';
import { DataRow } from '../data_processing/data_row';
import { ModelRow } from '../model/model_row';
import { TargetRow } from '../target/target_row';
import { ThroughputRow } from '../throughput/throughput_row';

interface PlanFormProps extends FormStepProps {
  field?: SetupField;
  onFieldOpened(): void;
}

/** The rows of the plan, and the rarely changed settings. */
export function PlanForm(props: PlanFormProps): ReactElement {
  return (
    <>
      <ModelRow {...props} />
      <EuiSpacer size="s" />
      <DataRow {...props} />
      <EuiSpacer size="s" />
      <ThroughputRow {...props} />
      <EuiSpacer size="s" />
      <CostRow {...props} />
      <EuiSpacer size="s" />
      <TargetRow {...props} />
      <EuiSpacer size="m" />
      <MoreSettings {...props} />
    </>
  );
}
