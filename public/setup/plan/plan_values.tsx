import { EuiSpacer } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Plan } from '../../../common/plan';
import type { SignedIn } from '../../../common/sign_in';
import { lazyPart } from '../../shared/lazy_part';
import { CostRow } from '../cost/cost_row';
import { DataRow } from '../data_processing/data_row';
import { ModelRow } from '../model/model_row';
import { TargetRow } from '../target/target_row';
import { withFoundQuota } from '../throughput/found_quota';
import { ThroughputRow } from '../throughput/throughput_row';
import { FormProblem } from './form_problem';
import type { FormStepProps } from '../form/form_step';
import type { Form } from '../form/use_form';
import { PageProblem } from '../screen/page_problem';
import { MoreSettings } from './more_settings';
import { ReadingPlan } from './reading_plan';

const DeletedAccountChoice = lazyPart(
  async () => (await import('../resource/resource_deleted')).DeletedAccountChoice,
);

export interface PlanValuesProps {
  session?: SignedIn;
  form: Form;
}

interface CheckedValuesProps extends PlanValuesProps {
  /** The plan for the form's values, once it is checked. */
  plan?: Plan;
}

/** The values that the person can change, after the options are loaded. */
export function PlanValues({ form, session, plan }: CheckedValuesProps): ReactElement {
  return (
    <>
      {form.problem && (
        <>
          <FormProblem form={form} session={session} />
          <EuiSpacer size="m" />
        </>
      )}
      {form.props?.request.onDeletedAccount && <DeletedAccountChoice {...form.props} />}
      {form.props && <PlanForm {...withFoundQuota(form.props, plan)} />}
      {!form.props && !form.problem && <ReadingPlan />}
    </>
  );
}

/** The rows of the plan, and the rarely changed settings. */
function PlanForm(props: FormStepProps): ReactElement {
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

/** A problem above the values. */
export function ProblemAbove(props: Parameters<typeof PageProblem>[0]): ReactElement {
  return (
    <>
      <PageProblem {...props} />
      <EuiSpacer size="m" />
    </>
  );
}
