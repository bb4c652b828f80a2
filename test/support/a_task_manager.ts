import type {
  ConcreteTaskInstance,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import { readRunState } from '../../server/core/workflows/engine/read_run_state';
import { blocked, type RunState } from '../../server/core/workflows/engine/run_state';
import { createRuns, type Caller } from '../../server/kibana/tasks/runs';

export function savedState(document: unknown): RunState {
  const state = readRunState(document);
  if (!state) throw new Error('no state of a run');
  return state;
}
const quiet = { subscribe: () => ({ unsubscribe: () => undefined }) };
export const caller: Caller = {
  user: 'profile/u1',
  formerly: 'native/elena',
  space: 'default',
  request: {
    id: 'r',
    params: {},
    query: {},
    body: {},
    headers: {},
    events: { aborted$: quiet },
  },
};

type Request = { request?: unknown } | undefined;

/** Task Manager's documents, with hooks for concurrent changes. */
export function aTaskManager() {
  const tasks = new Map<string, ConcreteTaskInstance & { hasKey: boolean }>();
  let meanwhile: (() => Promise<unknown>) | undefined;
  let dieBeforeRemoving = false;
  let schedules = 0;
  const reported: unknown[] = [];
  const others = async () => {
    const next = meanwhile;
    meanwhile = undefined;
    await next?.();
  };
  const taskManager: TaskManagerStartContract = {
    async schedule(task, options: Request) {
      schedules += 1;
      await others();
      if (tasks.has(task.id)) throw Object.assign(new Error('conflict'), { statusCode: 409 });
      const now = new Date();
      const made = { status: 'idle', attempts: 0, runAt: now, startedAt: null, scheduledAt: now };
      const document = { ...made, ...task, hasKey: options?.request !== undefined };
      tasks.set(task.id, document);
      return document;
    },
    async get(id) {
      const task = tasks.get(id);
      if (!task) throw Object.assign(new Error('not found'), { statusCode: 404 });
      return task;
    },
    fetch: async () => ({ docs: [...tasks.values()] }),
    async removeIfExists(id) {
      if (dieBeforeRemoving) throw new Error('killed');
      tasks.delete(id);
    },
  };
  const change = (id: string, part: Partial<ConcreteTaskInstance>) => {
    const task = tasks.get(id);
    if (task) tasks.set(id, { ...task, ...part });
  };
  return {
    tasks,
    taskManager,
    runs: createRuns(taskManager, (error) => void reported.push(error)),
    reported,
    change,
    /** Number of attempts to schedule, each with a new key. */
    scheduled: () => schedules,
    /** Happens before the next write. */
    meanwhile: (act: () => Promise<unknown>) => void (meanwhile = act),
    /** Kibana is killed between scheduling a document and removing the previous one, or Elasticsearch refuses. */
    async unremoved<T>(act: () => Promise<T>): Promise<T> {
      dieBeforeRemoving = true;
      return act().finally(() => (dieBeforeRemoving = false));
    },
    /** The newest document's tick stops the run, in place. */
    stop() {
      for (const [id, task] of tasks) {
        const { run, ...rest } = savedState(task.state);
        if (run.status !== 'running') continue;
        const stopped = blocked(run, { code: 'insufficient_quota' });
        tasks.set(id, { ...task, state: { ...rest, run: stopped } });
      }
    },
    /** Completes all running runs, in place. */
    finish() {
      for (const [id, task] of tasks) {
        const state = savedState(task.state);
        if (state.run.status !== 'running') continue;
        const end = { status: 'finished', finishedAt: new Date().toISOString() } as const;
        tasks.set(id, { ...task, state: { ...state, run: { ...state.run, ...end } } });
      }
    },
  };
}
