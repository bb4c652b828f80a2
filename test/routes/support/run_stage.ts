import * as v from 'valibot';
import type { Run } from '../../../common/run';
import { type Kibana, storedDocuments, until } from '../../kibana';
import { answerOf, type CallOptions } from './ask';

/** Task Manager's times become so short that a run that lost its Kibana is soon taken up again. */
export const quickTasks = {
  'host.taskTimeScale': 0.08,
  'xpack.task_manager.poll_interval': 100,
  'host.lowUtilizationPollInterval': 100,
  'host.tasks.pauseScale': 0.05,
  'host.tasks.refreshInterval': 100,
};

export type Who = Pick<CallOptions, 'as' | 'space' | 'headers'>;

/** The run when it no longer changes. */
export const atRest = (kibana: Kibana, runId: string, who: Who = {}): Promise<Run> =>
  until(
    async () => (await answerOf(kibana, 'run', { ...who, runId })).run,
    ({ status, problem }) =>
      (status !== 'running' && status !== 'undoing') || problem !== undefined,
  );

const taskDocument = v.object({
  taskType: v.string(),
  state: v.string(),
  status: v.string(),
  apiKey: v.optional(v.string()),
});

/** The documents of this plugin's tasks as they are kept, by id. */
export const taskDocuments = (home: string) =>
  storedDocuments(home, 'tasks').map(({ id, attributes }) => ({
    id,
    ...v.parse(taskDocument, attributes),
  }));

/** The record of a run at rest. Its task is removed only after the record has been written. */
export const recordOf = async (home: string, runId: string) => {
  const [record] = await until(
    () => taskDocuments(home).filter(({ id }) => id.includes(runId)),
    ({ length }) => length === 1,
  );
  if (!record) throw new Error('a record was expected');
  return record;
};
