import type { UsageCollectionSetup } from '@kbn/usage-collection-plugin/server';
import { problemCodes, type ProblemCode } from '../../common/problem';
import type { Run } from '../../common/run';
import { signInKinds, type SignInKind } from '../../common/sign_in';
import { targetChoices, type TargetChoice } from '../../common/targets/targets';

/**
 * Fixed names of usage counters, without ids or values. Kibana's telemetry setting decides whether counters are sent.
 */
type UsageEvent =
  | 'page_opened'
  | `signed_in_${SignInKind}`
  | 'review_seen'
  | 'run_started'
  | 'run_finished'
  | `run_${'started' | 'finished'}_${TargetChoice}`
  | `run_blocked_${ProblemCode}`
  | 'run_undone';

/** All counter names. */
export const usageEvents: readonly string[] = [
  ...['page_opened', 'review_seen', 'run_started', 'run_finished', 'run_undone'],
  ...signInKinds.map((kind) => `signed_in_${kind}`),
  ...targetChoices.flatMap((target) => [`run_started_${target}`, `run_finished_${target}`]),
  ...problemCodes.map((code) => `run_blocked_${code}`),
];

export type Count = (event: UsageEvent) => void;

/** Counts for Kibana's telemetry; does nothing without the usageCollection plugin. */
export function createCount(usageCollection: UsageCollectionSetup | undefined): Count {
  const counter = usageCollection?.createUsageCounter('azureOpenaiSetup');
  return (event) => counter?.incrementCounter({ counterName: event, counterType: 'count' });
}

/** The events of a setup that has finished or stopped. */
export function endOf({ status, problem, request }: Run): UsageEvent[] {
  if (problem) return [`run_blocked_${problem.code}`];
  return status === 'undone' ? ['run_undone'] : ['run_finished', `run_finished_${request.target}`];
}
