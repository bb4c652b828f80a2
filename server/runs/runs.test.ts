import type {
  ConcreteTaskInstance,
  TaskManagerStartContract,
} from '@kbn/task-manager-plugin/server';
import { aSetupRequest } from '../../test/fakes/a_setup_request';
import { blocked, parseRunState, requestsOf } from './run_state';
import { createRuns, runTaskId, undoTaskId, type Asker } from './runs';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const quiet = { subscribe: () => ({ unsubscribe: () => undefined }) };
const asker: Asker = {
  user: 'native/elena',
  space: 'default',
  request: {
    id: 'r',
    url: new URL('http://kibana/'),
    params: {},
    query: {},
    body: {},
    headers: {},
    events: { aborted$: quiet, completed$: quiet },
    auth: { isAuthenticated: true },
    isFakeRequest: false,
  },
};

/** Task Manager's documents, and a chance for others to come in between. */
function aTaskManager() {
  const tasks = new Map<string, ConcreteTaskInstance>();
  const missing = () => Object.assign(new Error('not found'), { statusCode: 404 });
  let meanwhile: (() => Promise<unknown>) | undefined;
  const others = async () => {
    const next = meanwhile;
    meanwhile = undefined;
    await next?.();
  };
  const taskManager: TaskManagerStartContract = {
    async schedule(task) {
      await others();
      if (tasks.has(task.id)) throw Object.assign(new Error('conflict'), { statusCode: 409 });
      const now = new Date();
      const made = { status: 'idle', attempts: 0, runAt: now, startedAt: null, scheduledAt: now };
      tasks.set(task.id, { ...made, ...task });
      return { ...made, ...task };
    },
    runSoon: async (id) => ({ id }),
    async bulkUpdateState(ids, map) {
      await others();
      const errors = ids.filter((id) => !tasks.has(id)).map((id) => ({ id }));
      for (const id of ids) {
        const task = tasks.get(id);
        if (task) tasks.set(id, { ...task, state: map(task.state, id) });
      }
      return { tasks: [], errors };
    },
    async get(id) {
      const task = tasks.get(id);
      if (!task) throw missing();
      return task;
    },
    fetch: async () => ({ docs: [...tasks.values()] }),
    removeIfExists: async (id) => void tasks.delete(id),
  };
  return {
    tasks,
    runs: createRuns(taskManager),
    /** Happens before the next write. */
    meanwhile: (act: () => Promise<unknown>) => void (meanwhile = act),
    async stop() {
      await taskManager.bulkUpdateState([runTaskId(runId)], (state) => {
        const { run, ...rest } = parseRunState(state);
        return { ...rest, run: blocked(run, { code: 'insufficient_quota' }) };
      });
    },
  };
}

const request = aSetupRequest();
const start = { runId, request, session: 'sealed' };
const at = (accountName: string) => ({
  runId,
  session: 'sealed',
  request: aSetupRequest({ accountName }),
});

it('resumed in two places at once remembers both', async () => {
  const { runs, meanwhile, stop } = aTaskManager();
  await runs.start(asker, start);
  await stop();
  meanwhile(() => runs.resume(asker, at('first-place')));
  await runs.resume(asker, at('second-place'));
  const { state } = await runs.load(runId, asker);
  expect(requestsOf(state.run).map(({ accountName }) => accountName)).toEqual([
    'second-place',
    request.accountName,
    'first-place',
  ]);
});

it('started a second time while it is being undone, it does not come back', async () => {
  const { runs, tasks, meanwhile } = aTaskManager();
  await runs.start(asker, start);
  meanwhile(() => runs.undo(asker, start));
  expect((await runs.start(asker, start)).status).toBe('undoing');
  expect([...tasks.keys()]).toEqual([undoTaskId(runId)]);
});

it('resumed elsewhere while it is being undone, undo knows the place or nothing goes on there', async () => {
  const { runs, tasks, meanwhile, stop } = aTaskManager();
  await runs.start(asker, start);
  await stop();
  meanwhile(() => runs.resume(asker, at('elsewhere')));
  await runs.undo(asker, start);
  expect([...tasks.keys()]).toEqual([undoTaskId(runId)]);
  const { state } = await runs.load(runId, asker);
  expect(requestsOf(state.run).map(({ accountName }) => accountName)).toContain('elsewhere');
  expect(state.strayTickAt).toBeDefined();
});

it('a document that cannot be read hides nobody else’s run', async () => {
  const { runs, tasks } = aTaskManager();
  await runs.start(asker, start);
  const [task] = tasks.values();
  if (!task) throw new Error('no task');
  const { owner } = parseRunState(task.state);
  tasks.set('a', { ...task, id: 'a', state: { run: { runId: 7 } } });
  tasks.set('b', { ...task, id: 'b', state: { owner, run: { runId, status: 'x', steps: [] } } });
  expect((await runs.list(asker)).map((run) => run.runId)).toEqual([runId]);
});
