import type { AuditEvent } from '@kbn/core/server';
import type { Problem } from '../../common/problem';
import type { Run } from '../../common/run';
import { targetIdOf } from '../../common/targets/inference_id';
import type { SignIn } from '../../common/sign_in';
import { resultOf } from '../../common/steps';
import { mainTargetOf, targetKindsOf } from '../../common/targets/targets';
import { workflows } from '../core/workflows';
import type { Workflow } from '../core/workflows/workflow';

type AuditedRun = Pick<Run, 'workflow' | 'request'>;

/** An entry in Kibana's audit log: ids and codes, never a value. */
export interface AuditedAction {
  action:
    | 'start'
    | 'resume'
    | 'undo'
    | 'end'
    | 'undo_end'
    | 'use_default_model'
    | 'restore_default_model'
    | 'ask'
    | 'register_provider'
    | 'sign_in'
    | 'use_application';
  /**
   * The run id, the subscription id of a provider registration, the `signInId` of a sign-in, or cloud, tenant and
   * client id of an application.
   */
  id: string;
  /** The run, if known, with the kinds and ids of its targets. */
  run?: AuditedRun | undefined;
  /** Absent if the action has not ended yet. */
  outcome?: 'success' | 'failure';
  problem?: Problem;
}

/** The entity, such as `run`, and its id. */
const messages: Record<AuditedAction['action'], (run: string, id: string) => string> = {
  start: (run) => `Start of ${run}`,
  resume: (run) => `Resumption of ${run}`,
  undo: (run) => `Start of the removal of ${run}`,
  end: (run) => `End of ${run}`,
  undo_end: (run) => `End of the removal of ${run}`,
  use_default_model: (run) => `Model of ${run} as the default model of the space`,
  restore_default_model: (run) => `Return of the default model before ${run}`,
  ask: (run) => `Question to the model of ${run}`,
  register_provider: (_run, id) => `Registration of the resource provider in subscription ${id}`,
  sign_in: (_run, id) => `Sign-in to Azure: ${id}`,
  use_application: (_run, id) => `Application for Elasticsearch: ${id}`,
};

/** Actions on the main target only. */
const aboutMain: ReadonlySet<AuditedAction['action']> = new Set([
  'ask',
  'restore_default_model',
  'use_default_model',
]);

const createsTargets = ({ steps }: Workflow): boolean =>
  steps.some((step) => resultOf(step.id) === 'kibana_object');

/** The targets of a setup; a throughput change has none. */
function targetsText({ action, id, run }: AuditedAction): string {
  if (!run || !createsTargets(workflows[run.workflow])) return '';
  const { request } = run;
  const kinds = aboutMain.has(action) ? [mainTargetOf(request)] : targetKindsOf(request);
  const named = kinds.map(
    (kind) => `${kind.replaceAll('_', ' ')} ${targetIdOf(kind, request, id)}`,
  );
  return ` (${named.join(', ')})`;
}

function messageOf(audited: AuditedAction): string {
  const { action, id, run } = audited;
  const { noun } = workflows[run?.workflow ?? 'set_up'];
  return messages[action](`${noun} ${id}`, id) + targetsText(audited);
}

/** Kibana adds the user, the space and the time. */
export const auditEvent = (audited: AuditedAction): AuditEvent => ({
  message: messageOf(audited),
  event: {
    action: `azure_openai_setup_${audited.action}`,
    category: [
      audited.action === 'sign_in' || audited.action === 'use_application'
        ? 'authentication'
        : 'configuration',
    ],
    outcome: audited.outcome ?? 'unknown',
  },
  ...(audited.problem && { error: { code: audited.problem.code } }),
});

/** The event of a run that has finished or stopped. */
export const endedEvent = ({ runId, status, problem, ...run }: Run): AuditedAction => ({
  run,
  action: status === 'undone' || status === 'undoing' ? 'undo_end' : 'end',
  id: runId,
  outcome: problem ? 'failure' : 'success',
  ...(problem && { problem }),
});

/** Identifies a sign-in by kind, tenant and application, never by its credentials. */
export function signInId({ kind, cloud, ...rest }: SignIn): string {
  const tenant = 'tenant' in rest && rest.tenant ? [`tenant ${rest.tenant}`] : [];
  const application = 'clientId' in rest ? [`application ${rest.clientId}`] : [];
  return [kind, `cloud ${cloud}`, ...tenant, ...application].join(', ');
}
