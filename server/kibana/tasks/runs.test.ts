import { SetupError } from '../../../common/problem';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { aTaskManager, caller, savedState } from '../../../test/support/a_task_manager';
import { formerUndoTaskId, taskIdOf } from './run_documents';
import { blocked, newRun, requestsOf } from '../../core/workflows/engine/run_state';
import { changeSize } from '../../core/workflows/change_size';
import { setUp } from '../../core/workflows/set_up';
import { createRuns, type Caller } from './runs';
import { runTaskType, undoTaskType } from './task_types';
import { recordLimit, workingLimit } from './own_runs';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const request = aSetupRequest();
const start = { workflow: setUp, runId, request, session: 'sealed' };
const at = (accountName: string) => ({
  runId,
  session: 'sealed',
  request: aSetupRequest({ accountName }),
});
/** Task Manager with one run that has started. */
async function aStartedRun() {
  const place = aTaskManager();
  await place.runs.start(caller, start);
  return place;
}
/** The same after a tick has stopped the run. */
async function aStoppedRun() {
  const place = await aStartedRun();
  place.stop();
  return place;
}
const resume = { runId, session: 'new' };
const ids = (tasks: Map<string, unknown>) => [...tasks.keys()];

it('started twice at the same moment, a run is scheduled once and so gets one key', async () => {
  const { runs, tasks, scheduled } = aTaskManager();
  const started = await Promise.all([runs.start(caller, start), runs.start(caller, start)]);
  expect(started.map(({ status }) => status)).toEqual(['running', 'running']);
  expect([tasks.size, scheduled()]).toEqual([1, 1]);
});

describe('a start with the id of a run that has started', () => {
  const other = { ...start, request: aSetupRequest({ accountName: 'other-account' }) };
  const refused = { problem: { code: 'run_has_other_values' } };

  it('is refused when the values are others, and changes nothing', async () => {
    const { runs, tasks, scheduled } = await aStartedRun();
    await expect(runs.start(caller, other)).rejects.toMatchObject(refused);
    expect((await runs.load(runId, caller)).state.run.request).toEqual(request);
    expect([tasks.size, scheduled()]).toEqual([1, 1]);
  });

  it('is refused when both arrive at the same moment, on one node or on two', async () => {
    const one = aTaskManager();
    const both = [one.runs.start(caller, start), one.runs.start(caller, other)];
    expect(await Promise.allSettled(both)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: refused },
    ]);
    const two = aTaskManager();
    two.meanwhile(() => createRuns(two.taskManager, () => undefined).start(caller, start));
    await expect(two.runs.start(caller, other)).rejects.toMatchObject(refused);
    expect((await two.runs.load(runId, caller)).state.run.request).toEqual(request);
  });

  it('answers the run when its values were changed since, and refuses that of another workflow', async () => {
    const { runs } = await aStoppedRun();
    await runs.resume(caller, at('second-place'));
    expect(await runs.start(caller, start)).toMatchObject({
      request: { accountName: 'second-place' },
    });
    await expect(runs.start(caller, { ...start, workflow: changeSize })).rejects.toMatchObject({
      problem: { code: 'run_id_used' },
    });
  });
});

it('a run is listed at once, although a search does not see it yet, with the setup that it changes', async () => {
  const { taskManager, finish } = aTaskManager();
  const delayedSearch = { ...taskManager, fetch: async () => ({ docs: [] }) };
  const runs = createRuns(delayedSearch, () => undefined);
  const setUpId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c22';
  await runs.start(caller, { ...start, runId: setUpId });
  finish();
  await runs.start(caller, { ...start, workflow: changeSize, setUpId });
  expect(await runs.list(caller)).toMatchObject([
    { runId, workflow: 'change_size', setUpId, status: 'running' },
    { runId: setUpId, workflow: 'set_up', status: 'finished' },
  ]);
});

it('all records that a person can have are listed, none is cut off', async () => {
  const { runs, tasks } = aTaskManager();
  await runs.start(caller, start);
  const [task] = tasks.values();
  if (!task) throw new Error('a document was expected');
  const { run, ...rest } = savedState(task.state);
  const idOf = (index: number) =>
    `0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8${String(index).padStart(3, '0')}`;
  for (let index = 1; index < recordLimit; index += 1) {
    const id = taskIdOf(idOf(index));
    tasks.set(id, { ...task, id, state: { ...rest, run: { ...run, runId: idOf(index) } } });
  }
  expect(await runs.list(caller)).toHaveLength(recordLimit);
});

describe('resuming', () => {
  it('schedules a new task with its own key and removes the previous one', async () => {
    const { runs, tasks } = await aStoppedRun();
    expect((await runs.resume(caller, resume)).status).toBe('running');
    expect(ids(tasks)).toEqual([taskIdOf(runId, 1)]);
    const [task] = tasks.values();
    expect(task).toMatchObject({ hasKey: true, taskType: runTaskType });
    expect(task?.state).toMatchObject({ session: 'new', generation: 1 });
  });

  it('loses nothing when Kibana is killed before the previous task is removed', async () => {
    const { runs, tasks, stop, unremoved } = await aStoppedRun();
    await unremoved(() => runs.resume(caller, resume));
    expect(ids(tasks)).toEqual([taskIdOf(runId), taskIdOf(runId, 1)]);
    const [former, present] = [...tasks.values()].map(({ state }) => savedState(state));
    if (!former || !present) throw new Error('two documents were expected');
    expect(await runs.standing(former)).toBe('superseded');
    expect(await runs.standing(present)).toBe('current');
    expect((await runs.load(runId, caller)).state.run.status).toBe('running');

    stop();
    await runs.resume(caller, { runId, session: 'newer' });
    expect(ids(tasks)).toEqual([taskIdOf(runId, 2)]);
  });

  it('continues when the previous task cannot be removed, and says so in the log', async () => {
    const { runs, unremoved, reported } = await aStoppedRun();
    const resumed = await unremoved(() => runs.resume(caller, resume));
    expect([resumed.status, reported.length]).toEqual(['running', 1]);
  });

  it('resumes once and keeps both requests when two requests arrive at once', async () => {
    const { runs, meanwhile } = await aStoppedRun();
    meanwhile(() => runs.resume(caller, at('first-place')));
    await expect(runs.resume(caller, at('second-place'))).rejects.toMatchObject({
      problem: { code: 'run_has_other_values' },
    });
    const { state } = await runs.load(runId, caller);
    expect(requestsOf(state.run).map(({ accountName }) => accountName)).toEqual([
      'first-place',
      request.accountName,
    ]);
  });

  it('does not interrupt a running tick', async () => {
    const { runs, tasks, change } = await aStartedRun();
    change(taskIdOf(runId), { status: 'running' });
    await runs.resume(caller, resume);
    await runs.resume(caller, { runId, session: 'new', request });
    await expect(runs.resume(caller, at('second-place'))).rejects.toMatchObject({
      problem: { code: 'run_has_other_values' },
    });
    expect(ids(tasks)).toEqual([taskIdOf(runId)]);
  });

  it('skips leftovers of a killed Kibana in the ring of ids', async () => {
    const { runs, tasks, stop, unremoved } = await aStoppedRun();
    await unremoved(() => runs.resume(caller, { runId, session: 's' }));
    const leftover = tasks.get(taskIdOf(runId, 1));
    for (let generation = 2; generation < 9; generation += 1) {
      stop();
      await runs.resume(caller, { runId, session: 's' });
    }
    if (leftover) tasks.set(taskIdOf(runId, 1), leftover);
    stop();
    await runs.resume(caller, { runId, session: 's' });
    expect(ids(tasks)).toEqual([taskIdOf(runId, 9)]);
    expect((await runs.load(runId, caller)).generation).toBe(9);
  });
});

describe('undoing', () => {
  it('started a second time while it is being undone, it does not come back', async () => {
    const { runs, tasks, meanwhile } = await aStartedRun();
    meanwhile(() => runs.undo(caller, start));
    expect((await runs.start(caller, start)).status).toBe('running');
    await runs.undo(caller, start);
    expect((await runs.start(caller, start)).status).toBe('undoing');
    expect([...tasks.values()].map(({ taskType }) => taskType)).toEqual([undoTaskType]);
  });

  it('knows the request when the run is resumed elsewhere at the same moment', async () => {
    const { runs, tasks, meanwhile } = await aStoppedRun();
    meanwhile(() => runs.resume(caller, at('elsewhere')));
    await runs.undo(caller, start);
    expect(tasks.size).toBe(1);
    const { state, isUndo } = await runs.load(runId, caller);
    expect(isUndo).toBe(true);
    expect(requestsOf(state.run).map(({ accountName }) => accountName)).toContain('elsewhere');
    expect(state.abandonedTickAt).toBeDefined();
  });

  it('takes precedence over the run when Kibana is killed in between', async () => {
    const { runs, tasks, unremoved } = await aStartedRun();
    await unremoved(() => runs.undo(caller, start));
    const former = savedState(tasks.get(taskIdOf(runId))?.state ?? {});
    expect(await runs.standing(former)).toBe('undone');
    expect((await runs.load(runId, caller)).state.run.status).toBe('undoing');
  });
});

describe('a run that has stopped or finished', () => {
  it('is a record without a session and without a key', async () => {
    const { runs, tasks } = await aStoppedRun();
    const last = savedState(tasks.get(taskIdOf(runId))?.state ?? {});
    expect(await runs.keepRecord(runTaskType, { ...last, refusedKeys: 2 })).toBe(true);
    const record = tasks.get(taskIdOf(runId, 1));
    expect(record).toMatchObject({ hasKey: false, taskType: runTaskType });
    expect(record?.state).not.toHaveProperty('session');
    expect(record?.runAt.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect((await runs.load(runId, caller)).state.run.status).toBe('blocked');
    await runs.resume(caller, resume);
    expect(ids(tasks)).toEqual([taskIdOf(runId, 2)]);
  });

  it('leaves no record when the run continues already', async () => {
    const { runs, tasks } = await aStoppedRun();
    const last = savedState(tasks.get(taskIdOf(runId))?.state ?? {});
    await runs.undo(caller, start);
    expect(await runs.keepRecord(runTaskType, last)).toBe(false);
    expect((await runs.load(runId, caller)).isUndo).toBe(true);
  });
});

describe('documents of an earlier version', () => {
  const kept = (status: 'running' | 'blocked') => {
    const run = newRun(setUp, runId, request, new Date());
    return {
      owner: { user: 'native/elena', space: 'default' },
      session: 'sealed',
      run: status === 'blocked' ? blocked(run, { code: 'insufficient_quota' }) : run,
    };
  };
  const document = (id: string, taskType: string, state: object) => ({
    id,
    taskType,
    params: {},
    state: { ...state },
    scope: ['azureOpenaiSetup'],
  });

  it('can be read, resumed and undone by the person who has a user profile now', async () => {
    const { runs, tasks, taskManager } = aTaskManager();
    await taskManager.schedule(document(taskIdOf(runId), runTaskType, kept('blocked')));
    expect((await runs.list(caller)).map((one) => one.runId)).toEqual([runId]);
    await runs.resume(caller, resume);
    expect(savedState(tasks.get(taskIdOf(runId, 1))?.state ?? {}).owner).toEqual({
      user: 'profile/u1',
      space: 'default',
    });
    await runs.undo(caller, start);
    expect(ids(tasks)).toEqual([taskIdOf(runId, 2)]);
  });

  it('that undo a run take precedence over it', async () => {
    const { runs, tasks, taskManager } = aTaskManager();
    const undone = { ...kept('running'), run: { ...kept('running').run, status: 'undone' } };
    await taskManager.schedule(document(taskIdOf(runId), runTaskType, kept('running')));
    await taskManager.schedule(document(formerUndoTaskId(runId), undoTaskType, undone));
    expect((await runs.load(runId, caller)).state.run.status).toBe('undone');
    await runs.undo(caller, start);
    expect(ids(tasks)).toEqual([taskIdOf(runId, 2)]);
  });

  it('that are unreadable do not hide other runs', async () => {
    const { runs, tasks } = await aStartedRun();
    const [task] = tasks.values();
    if (!task) throw new Error('no task');
    const { owner } = savedState(task.state);
    tasks.set('a', { ...task, id: 'a', state: { run: { runId: 7 } } });
    tasks.set('b', { ...task, id: 'b', state: { owner, run: { runId, status: 'x', steps: [] } } });
    expect((await runs.list(caller)).map((run) => run.runId)).toEqual([runId]);
  });
});

describe('a run of another person', () => {
  const otherCallers: Array<[string, Partial<Caller>]> = [
    ['another profile of the same name', { user: 'profile/u2', formerly: 'native/elena' }],
    ['an API key of the same person', { user: 'api_key/k1', formerly: undefined }],
    ['another space', { space: 'marketing' }],
  ];
  it.each(otherCallers)('is not found by %s', async (_who, change) => {
    const { runs, tasks } = await aStartedRun();
    const other = { ...caller, ...change };
    const missing = { problem: { code: 'run_not_found' } };
    await expect(runs.load(runId, other)).rejects.toMatchObject(missing);
    await expect(runs.start(other, start)).rejects.toMatchObject(missing);
    await expect(runs.resume(other, start)).rejects.toMatchObject(missing);
    await expect(runs.undo(other, start)).rejects.toMatchObject(missing);
    expect(await runs.list(other)).toEqual([]);
    expect(ids(tasks)).toEqual([taskIdOf(runId)]);
  });
});

describe('the limits of one person', () => {
  const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const codeOf = (error: unknown) => (error instanceof SetupError ? error.problem.code : error);

  it('hold when everything is started at the same moment', async () => {
    const { runs, tasks } = aTaskManager();
    const starts = Array.from({ length: 4 * workingLimit }, (_, index) =>
      runs.start(caller, { ...start, runId: idOf(index) }).then(() => 'started', codeOf),
    );
    const ends = await Promise.all(starts);
    expect(ends.filter((end) => end === 'started')).toHaveLength(workingLimit);
    expect(new Set(ends)).toEqual(new Set(['started', 'too_many_runs']));
    expect(tasks.size).toBe(workingLimit);
    const other = { ...caller, user: 'profile/u2', formerly: undefined };
    await runs.start(other, { ...start, runId: idOf(9_999) });
    expect(await runs.list(other)).toHaveLength(1);
  });

  it('limit the number of records, too, and let existing runs continue', async () => {
    const { runs, stop, taskManager } = aTaskManager();
    for (let index = 0; index < recordLimit; index += 1) {
      const state = {
        owner: { user: caller.user, space: caller.space },
        run: { ...newRun(setUp, idOf(index), request, new Date()), status: 'finished' },
      };
      const id = taskIdOf(idOf(index));
      await taskManager.schedule({ id, taskType: runTaskType, params: {}, state });
    }
    await expect(runs.start(caller, start)).rejects.toMatchObject({
      problem: { code: 'too_many_records' },
    });
    stop();
    expect((await runs.undo(caller, { runId: idOf(0), session: 's' })).status).toBe('undoing');
  });
});
