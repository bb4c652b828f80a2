import type { AuditEvent } from '@kbn/core/server';
import type { Problem } from '../../common/problem';
import type { Run } from '../../common/run';
import type { SignIn } from '../../common/sign_in';

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
  /** The run id, the subscription id of a provider registration, the `signInId` of a sign-in, or cloud, tenant and client id of an application. */
  id: string;
  /** Absent if the action has not ended yet. */
  outcome?: 'success' | 'failure';
  problem?: Problem;
}

const messages: Record<AuditedAction['action'], (id: string) => string> = {
  start: (id) => `Start of setup ${id}`,
  resume: (id) => `Resumption of setup ${id}`,
  undo: (id) => `Start of the removal of setup ${id}`,
  end: (id) => `End of setup ${id}`,
  undo_end: (id) => `End of the removal of setup ${id}`,
  use_default_model: (id) => `Model of setup ${id} as the default model of the space`,
  restore_default_model: (id) => `Return of the default model before setup ${id}`,
  ask: (id) => `Question to the model of setup ${id}`,
  register_provider: (id) => `Registration of the resource provider in subscription ${id}`,
  sign_in: (id) => `Sign-in to Azure: ${id}`,
  use_application: (id) => `Application for Elasticsearch: ${id}`,
};

/** Kibana adds the user, the space and the time. */
export const auditEvent = ({ action, id, outcome, problem }: AuditedAction): AuditEvent => ({
  message: messages[action](id),
  event: {
    action: `azure_openai_setup_${action}`,
    category: [
      action === 'sign_in' || action === 'use_application' ? 'authentication' : 'configuration',
    ],
    outcome: outcome ?? 'unknown',
  },
  ...(problem && { error: { code: problem.code } }),
});

/** The event of a run that has finished or stopped. */
export const endedEvent = ({ runId, status, problem }: Run): AuditedAction => ({
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
