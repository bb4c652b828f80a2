import type { AuditEvent } from '@kbn/core/server';
import type { Problem } from '../common/problem';
import type { Run } from '../common/run';

/** What is written to Kibana's audit log of one deed: ids and codes, never a value. */
export interface Deed {
  deed: 'start' | 'resume' | 'undo' | 'end' | 'undo_end';
  runId: string;
  /** Absent: the deed is about to be done, and nobody knows yet how it ends. */
  outcome?: 'success' | 'failure';
  problem?: Problem;
}

const messages: Record<Deed['deed'], (runId: string) => string> = {
  start: (runId) => `Setup ${runId} is being started`,
  resume: (runId) => `Setup ${runId} is being resumed`,
  undo: (runId) => `Setup ${runId} is being removed`,
  end: (runId) => `Setup ${runId} has ended`,
  undo_end: (runId) => `Removal of setup ${runId} has ended`,
};

/** In Kibana's shape; Kibana adds who, where and when. */
export const auditEvent = ({ deed, runId, outcome, problem }: Deed): AuditEvent => ({
  message: messages[deed](runId),
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
  runId,
  outcome: problem ? 'failure' : 'success',
  ...(problem && { problem }),
});
