import type { UsageCollectionSetup } from '@kbn/usage-collection-plugin/server';
import { problemCodes, type ProblemCode } from '../../common/problem';
import type { Run } from '../../common/run';
import type { SignInKind } from '../../common/sign_in';

/**
 * What is counted, each by one fixed name: no id, no name and no value of anybody's can be in it. They are counted
 * on the server, where a setup ends also when nobody watches. Whether counters leave Kibana is Kibana's own telemetry
 * setting.
 */
export type UsageEvent =
  | 'page_opened'
  | `signed_in_${SignInKind}`
  | 'review_seen'
  | 'run_started'
  | 'run_finished'
  | `run_blocked_${ProblemCode}`
  | 'run_undone';

const signInKinds: Record<SignInKind, true> = {
  device_code: true,
  service_principal: true,
  server_identity: true,
  access_token: true,
};

/** All names that can be counted. */
export const usageEvents: readonly string[] = [
  ...['page_opened', 'review_seen', 'run_started', 'run_finished', 'run_undone'],
  ...Object.keys(signInKinds).map((kind) => `signed_in_${kind}`),
  ...problemCodes.map((code) => `run_blocked_${code}`),
];

export type Count = (event: UsageEvent) => void;

/** Counts for Kibana's telemetry; nothing where Kibana does without. */
export function createCount(usageCollection: UsageCollectionSetup | undefined): Count {
  const counter = usageCollection?.createUsageCounter('azureOpenaiSetup');
  return (event) => counter?.incrementCounter({ counterName: event, counterType: 'count' });
}

/** The event of a setup that has come to rest. */
export function endOf({ status, problem }: Run): UsageEvent {
  if (problem) return `run_blocked_${problem.code}`;
  return status === 'undone' ? 'run_undone' : 'run_finished';
}
