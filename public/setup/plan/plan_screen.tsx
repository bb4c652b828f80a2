import { EuiLoadingSpinner, EuiSkeletonText, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Suspense, useState, type ReactElement } from 'react';
import type { Problem } from '../../../common/problem';
import type { Run } from '../../../common/run';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { lazyPart } from '../../shared/lazy_part';
import { verdictCounts } from '../../shared/verdict_counts';
import { FormProblem } from '../form/form_problem';
import type { Form } from '../form/use_form';
import { useAnnounce } from '../shell/page_actions';
import { needsSignIn, PageProblem } from '../shell/page_problem';
import { Screen } from '../shell/screen';
import { ChangePanel } from './change_panel';
import { ChecksBadge } from './checks_badge';
import { CreationPanel } from './creation_panel';
import { PlanForm } from './plan_form';
import { countObstacles } from './primary_button';
import { useCheckedPlan, type CheckedPlan } from './use_checked_plan';
import { useStart } from './use_start';

const PlanProblems = lazyPart(async () => (await import('./plan_problems')).PlanProblems);

interface PlanScreenProps {
  session?: SignedIn;
  form: Form;
  /** The field that the person wants to change. */
  field?: SetupField;
  onFieldOpened(): void;
  onStarted(runId: string): void;
}

const text = {
  preparing: i18n.translate('azureOpenaiSetup.plan.preparing', {
    defaultMessage: 'Preparing your plan',
  }),
  checking: i18n.translate('azureOpenaiSetup.plan.checking', {
    defaultMessage: 'Checking your plan',
  }),
  ready: i18n.translate('azureOpenaiSetup.plan.ready', { defaultMessage: 'Your plan is ready' }),
  incomplete: i18n.translate('azureOpenaiSetup.plan.incomplete', {
    defaultMessage: "Your plan isn't complete",
  }),
  change: i18n.translate('azureOpenaiSetup.plan.change', {
    defaultMessage: 'Change the plan and resume',
  }),
  reading: i18n.translate('azureOpenaiSetup.plan.reading', {
    defaultMessage: 'Reading subscriptions, models, and quota from Azure.',
  }),
};

function titleOf(form: Form, plan: CheckedPlan): string {
  if (!form.props) return form.problem ? text.incomplete : text.preparing;
  if (plan.loading) return text.checking;
  if (!plan.found || form.props.invalid.size > 0) return text.incomplete;
  const count = countObstacles(plan.found);
  if (count === 0) return text.ready;
  return i18n.translate('azureOpenaiSetup.plan.blocked', {
    defaultMessage: '{count, plural, one {Solve # problem} other {Solve # problems}} to continue',
    values: { count },
  });
}

/** The plan, checked: what will be created, with the values that the person can change. */
export function PlanScreen(props: PlanScreenProps): ReactElement {
  const { session, form, onStarted } = props;
  const plan = useCheckedPlan(session, form);
  const start = useStart(form.props?.request, onStarted);
  const { found, loading } = plan;
  useAnnounce(found && !loading ? verdictCounts(found.verdicts, countObstacles(found)) : '');
  const unchecked = form.props && !form.problem ? plan.problem : undefined;
  // Setup can be started again after any other problem.
  const isAboveFirst = unchecked !== undefined || needsSignIn(start.problem);
  const isBlocked = found !== undefined && countObstacles(found) > 0;
  return (
    <Screen
      title={titleOf(form, plan)}
      beside={<ChecksBadge plan={plan} options={form.options} />}
      panel={
        <CreationPanel
          form={form}
          plan={plan}
          starting={start.starting}
          fill={!isAboveFirst && !isBlocked && !form.problem}
          onStart={(request) => session && start.start(session.session, request)}
        />
      }
    >
      {start.problem && !unchecked && <Above problem={start.problem} main={isAboveFirst} />}
      {unchecked && (
        <Above
          problem={unchecked}
          main
          retry={{ onClick: plan.lookAgain, loading, testSubj: 'planTryAgain' }}
        />
      )}
      <Suspense fallback={null}>
        <PlanProblems {...(found && { plan: found })} options={form.options} main={!isAboveFirst} />
      </Suspense>
      <PlanValues {...props} />
    </Screen>
  );
}

type ValuesProps = Omit<PlanScreenProps, 'onStarted'>;

function PlanValues({ form, session, ...rest }: ValuesProps): ReactElement {
  return (
    <>
      {form.problem && (
        <>
          <FormProblem form={form} session={session} />
          <EuiSpacer size="m" />
        </>
      )}
      {form.props && <PlanForm {...form.props} {...rest} />}
      {!form.props && !form.problem && <Reading />}
    </>
  );
}

function Reading(): ReactElement {
  return (
    <>
      <EuiText size="s" color="subdued" data-test-subj="planReading">
        <p>
          <EuiLoadingSpinner size="s" /> {text.reading}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <EuiSkeletonText lines={10} />
    </>
  );
}

function Above(props: Parameters<typeof PageProblem>[0]): ReactElement {
  return (
    <>
      <PageProblem {...props} />
      <EuiSpacer size="m" />
    </>
  );
}

interface ChangeScreenProps extends ValuesProps {
  run: Run;
  resuming: boolean;
  problem?: Problem;
  onResume(request: SetupRequest): void;
  onCancel(): void;
}

/** The plan of a run that has stopped: setup resumes with the changed values, and checks them then. */
export function ChangeScreen(props: ChangeScreenProps): ReactElement {
  const { run, resuming, problem, onResume, onCancel, ...values } = props;
  const [stopped] = useState(run.problem);
  const shown = problem ?? stopped;
  const signInFirst = needsSignIn(shown) && !values.form.problem;
  return (
    <Screen
      title={text.change}
      panel={
        <ChangePanel
          form={values.form}
          resuming={resuming}
          fill={!signInFirst && !values.form.problem}
          onResume={onResume}
          onCancel={onCancel}
        />
      }
    >
      {shown && <Above problem={shown} main={signInFirst} />}
      <PlanValues {...values} />
    </Screen>
  );
}
