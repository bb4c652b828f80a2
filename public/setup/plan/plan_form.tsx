import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import { ModelStep } from '../model/model_step';
import type { FormStepProps } from '../form/form_step';
import { MoreSettings } from './more_settings';
import { CostRow } from './rows/cost_row';
import { DataRow } from './rows/data_row';

interface PlanFormProps extends FormStepProps {
  field?: SetupField;
  onFieldOpened(): void;
}

export function PlanForm({ field, onFieldOpened, ...props }: PlanFormProps): ReactElement {
  return (
    <>
      <ModelStep {...props} />
      <EuiSpacer size="s" />
      <DataRow {...props} {...(field && { field })} onFieldOpened={onFieldOpened} />
      <CostRow {...props} />
      <EuiSpacer size="s" />
      <MoreSettings {...props} {...(field && { field })} onFieldOpened={onFieldOpened} />
    </>
  );
}
