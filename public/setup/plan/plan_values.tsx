import { EuiSpacer } from '@elastic/eui';
import { Suspense, type ReactElement } from 'react';
import type { SetupField } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { lazyPart } from '../../shared/lazy_part';
import { FormProblem } from '../form/form_problem';
import type { Form } from '../form/use_form';
import { PageProblem } from '../shell/page_problem';
import { PlanForm } from './plan_form';
import { ReadingPlan } from './reading_plan';

const DeletedAccountChoice = lazyPart(
  async () => (await import('../resource/resource_deleted')).DeletedAccountChoice,
);

export interface PlanValuesProps {
  session?: SignedIn;
  form: Form;
  /** The field that the person wants to change. */
  field?: SetupField;
  onFieldOpened(): void;
}

/** The values that the person can change, after the options are loaded. */
export function PlanValues({ form, session, ...rest }: PlanValuesProps): ReactElement {
  return (
    <>
      {form.problem && (
        <>
          <FormProblem form={form} session={session} />
          <EuiSpacer size="m" />
        </>
      )}
      {form.props?.request.onDeletedAccount && (
        <Suspense fallback={null}>
          <DeletedAccountChoice {...form.props} />
        </Suspense>
      )}
      {form.props && <PlanForm {...form.props} {...rest} />}
      {!form.props && !form.problem && <ReadingPlan />}
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
