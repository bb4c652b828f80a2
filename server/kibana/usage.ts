import type { UsageCollectionSetup } from '@kbn/usage-collection-plugin/server';
import { problemCodes } from '../../common/problem';
import type { Run } from '../../common/run';
import { signInKinds } from '../../common/sign_in';
import { targetChoices } from '../../common/targets/targets';

/**
 * Fixed names of usage counters, without ids or values. Kibana's telemetry setting decides whether counters are sent.
 */
export const usageEvents = [
  ...(['page_opened', 'review_seen', 'run_started', 'run_finished', 'run_undone'] as const),
  ...signInKinds.map((kind) => `signed_in_${kind}` as const),
  ...targetChoices.flatMap(
    (target) => [`run_started_${target}`, `run_finished_${target}`] as const,
  ),
  ...problemCodes.map((code) => `run_blocked_${code}` as const),
];
type UsageEvent = (typeof usageEvents)[number];

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
