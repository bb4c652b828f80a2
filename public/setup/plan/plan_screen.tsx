import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { lazyPart } from '../../shared/lazy_part';
import { viewProgress } from '../../setups/setups_text';
import { verdictCounts } from '../../shared/problems/verdict_counts';
import type { Form } from '../form/use_form';
import { useAnnounce } from '../screen/page_actions';
import { needsSignIn } from '../screen/needs_sign_in';
import { Screen } from '../screen/screen';
import { ChecksBadge } from './checks/checks_badge';
import { CreationPanel } from './creation_panel';
import { PlanValues, ProblemAbove, type PlanValuesProps } from './plan_values';
import { countObstacles } from './primary_button';
import { useCheckedPlan, type CheckedPlan } from './use_checked_plan';
import { useStart } from './use_start';

const PlanProblems = lazyPart(async () => (await import('./checks/plan_problems')).PlanProblems);
const MigrationNote = lazyPart(async () => (await import('./migration_note')).MigrationNote);

interface PlanScreenProps extends PlanValuesProps {
  /** The connector to migrate. */
  connectorId?: string;
  /** The id of a start whose response was lost. */
  startId?: string;
  onSent(startId: string): void;
  onStarted(runId: string): void;
  /** Opens a run that started with other values. */
  onOpenStarted(runId: string): void;
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

/** The checked plan: the resources to create, and the values that the person can change. */
export function PlanScreen(props: PlanScreenProps): ReactElement {
  const { session, form, startId, connectorId, onSent, onStarted, onOpenStarted } = props;
  const plan = useCheckedPlan(session, form);
  const start = useStart({ shown: form.props?.request, startId, onSent, onStarted });
  const [isReviewing, setReviewing] = useState(false);
  const { found, loading } = plan;
  useAnnounce(found && !loading ? verdictCounts(found.verdicts, countObstacles(found)) : '');
  const unchecked = form.props && !form.problem ? plan.problem : undefined;
  const started = start.problem?.code === 'run_has_other_values' ? startId : undefined;
  // After any other problem, setup can be started again.
  const isProblemFirst =
    unchecked !== undefined || started !== undefined || needsSignIn(start.problem);
  const isBlocked = found !== undefined && countObstacles(found) > 0;
  return (
    <Screen
      title={titleOf(form, plan)}
      beside={
        <ChecksBadge
          reading={!form.props && !form.problem}
          plan={plan}
          request={form.props?.request}
          options={form.options}
          isOpen={isReviewing}
          onToggle={setReviewing}
        />
      }
      panel={
        <CreationPanel
          form={form}
          plan={plan}
          starting={start.starting}
          fill={!isProblemFirst && !isBlocked && !form.problem}
          onReview={() => setReviewing(true)}
          onStart={(request) => session && start.start(session.session, request)}
        />
      }
    >
      {start.problem && !unchecked && (
        <ProblemAbove
          problem={start.problem}
          main={isProblemFirst}
          {...(started && {
            retry: {
              onClick: () => onOpenStarted(started),
              text: viewProgress,
              iconType: 'inspect',
              testSubj: 'viewStarted',
            },
          })}
        />
      )}
      {unchecked && (
        <ProblemAbove
          problem={unchecked}
          main
          retry={{ onClick: plan.lookAgain, loading, testSubj: 'planTryAgain' }}
        />
      )}
      <PlanProblems plan={found} options={form.options} main={!isProblemFirst} />
      {connectorId !== undefined && <MigrationNote connectorId={connectorId} />}
      <PlanValues {...props} plan={found} />
    </Screen>
  );
}
