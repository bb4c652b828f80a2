import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Run } from '../../../common/run';
import { type Kibana, until } from '../../kibana';
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
  attributes: v.nullable(
    v.object({
      taskType: v.string(),
      state: v.string(),
      status: v.string(),
      apiKey: v.optional(v.string()),
    }),
  ),
});

/** The documents of this plugin's tasks as they are kept, by id. */
export function taskDocuments(home: string) {
  const folder = path.join(home, 'data', 'tasks');
  const newest = new Map<string, { revision: number; text: string }>();
  for (const name of readdirSync(folder)) {
    const [, id, revision] = /^(.+)\.(\d+)\.json$/.exec(name) ?? [];
    if (id === undefined) continue;
    const known = newest.get(id);
    if (known && known.revision > Number(revision)) continue;
    const text = readFileSync(path.join(folder, name), 'utf8');
    newest.set(decodeURIComponent(id), { revision: Number(revision), text });
  }
  return [...newest].flatMap(([id, { text }]) => {
    const { attributes } = v.parse(taskDocument, JSON.parse(text));
    return attributes ? [{ id, ...attributes }] : [];
  });
}
