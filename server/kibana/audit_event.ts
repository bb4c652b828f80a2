import type { AuditEvent } from '@kbn/core/server';
import type { Problem } from '../../common/problem';
import type { Run } from '../../common/run';
import type { SignIn } from '../../common/sign_in';

/** What is written to Kibana's audit log of one action: ids and codes, never a value. */
export interface AuditedAction {
  action: 'start' | 'resume' | 'undo' | 'end' | 'undo_end' | 'register_provider' | 'sign_in';
  /** Of the run; of the subscription where the provider is registered; what `signInId` says of the sign-in. */
  id: string;
  /** Absent: the action is about to be done, and nobody knows yet how it ends. */
  outcome?: 'success' | 'failure';
  problem?: Problem;
}

/** True of what succeeded and of what was refused: the outcome says which. */
const messages: Record<AuditedAction['action'], (id: string) => string> = {
  start: (id) => `Start of setup ${id}`,
  resume: (id) => `Resumption of setup ${id}`,
  undo: (id) => `Start of the removal of setup ${id}`,
  end: (id) => `End of setup ${id}`,
  undo_end: (id) => `End of the removal of setup ${id}`,
  register_provider: (id) => `Registration of the resource provider in subscription ${id}`,
  sign_in: (id) => `Sign-in to Azure: ${id}`,
};

/** In Kibana's shape; Kibana adds who, where and when. */
export const auditEvent = ({ action, id, outcome, problem }: AuditedAction): AuditEvent => ({
  message: messages[action](id),
  event: {
    action: `azure_openai_setup_${action}`,
    category: [action === 'sign_in' ? 'authentication' : 'configuration'],
    outcome: outcome ?? 'unknown',
  },
  ...(problem && { error: { code: problem.code } }),
});

/** A run has come to rest: done, or stopped by a problem that a person has to deal with. */
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
