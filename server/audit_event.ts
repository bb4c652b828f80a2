import type { AuditEvent } from '@kbn/core/server';
import type { Problem } from '../common/problem';
import type { Run } from '../common/run';

/** What is written to Kibana's audit log of one deed: ids and codes, never a value. */
export interface Deed {
  deed: 'start' | 'resume' | 'undo' | 'end' | 'undo_end' | 'register_provider';
  /** Of the run; of the subscription where the provider is registered. */
  id: string;
  /** Absent: the deed is about to be done, and nobody knows yet how it ends. */
  outcome?: 'success' | 'failure';
  problem?: Problem;
}

const messages: Record<Deed['deed'], (id: string) => string> = {
  start: (id) => `Setup ${id} is being started`,
  resume: (id) => `Setup ${id} is being resumed`,
  undo: (id) => `Setup ${id} is being removed`,
  end: (id) => `Setup ${id} has ended`,
  undo_end: (id) => `Removal of setup ${id} has ended`,
  register_provider: (id) => `The resource provider is being registered in subscription ${id}`,
};

/** In Kibana's shape; Kibana adds who, where and when. */
export const auditEvent = ({ deed, id, outcome, problem }: Deed): AuditEvent => ({
  message: messages[deed](id),
  event: {
    action: `azure_openai_setup_${deed}`,
    category: ['configuration'],
    outcome: outcome ?? 'unknown',
  },
  ...(problem && { error: { code: problem.code } }),
});

/** A run has come to rest: done, or stopped by a problem that a person has to deal with. */
export const endedEvent = ({ runId, status, problem }: Run): Deed => ({
  deed: status === 'undone' || status === 'undoing' ? 'undo_end' : 'end',
  id: runId,
  outcome: problem ? 'failure' : 'success',
  ...(problem && { problem }),
});
