import type { KibanaRequest } from '@kbn/core/server';
import type {
  ConcreteTaskInstance,
  RunResult,
  TaskDefinition,
} from '@kbn/task-manager-plugin/server';
import { SetupError, type Problem } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { savedState } from '../../../test/support/a_task_manager';
import { azureInProcess } from '../../../test/support/azure_in_process';
import { createFakeTarget, fakeTargets } from '../../../test/support/fake_target';
import { newRun, undoing, type RunState } from '../../core/workflows/engine/run_state';
import { setUp } from '../../core/workflows/set_up';
import { registerTasks, type TaskServices } from './run_task';
import { runTaskType, undoTaskType } from './task_types';
import type { Standing } from '../../core/workflows/engine/waiting';

const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const quiet = { subscribe: () => ({ unsubscribe: () => undefined }) };
const fakeRequest: KibanaRequest = {
  id: 'r',
  params: {},
  query: {},
  body: {},
  headers: {},
  events: { aborted$: quiet },
};

const never = <T>(): Promise<T> => new Promise(() => undefined);
const run = newRun(setUp, runId, aSetupRequest(), new Date());
const aState = (change: Partial<RunState> = {}): RunState => ({
  run,
  owner: { user: 'profile/u1', space: 'default' },
  session: 'sealed',
  ...change,
});

function aNode() {
  const definitions: Record<string, TaskDefinition> = {};
  const ended: Run[] = [];
  const records: RunState[] = [];
  const azure = azureInProcess();
  const target = createFakeTarget();
  let standing: Standing = 'current';
  const services: TaskServices = {
    signedIn: () => ({ azure }),
    targetsOf: () => fakeTargets(target),
    spaceOf: () => 'default',
    runs: {
      standing: async () => standing,
      keepRecord: async (_type, last) => records.push(last) > 0,
    },
    ended: (last) => void ended.push(last),
    logger: {
      error: () => undefined,
      warn: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      get: () => services.logger,
    },
  };
  registerTasks(
    { registerTaskDefinitions: (given) => Object.assign(definitions, given) },
    async () => services,
  );
  /** Runs one tick as Task Manager does. */
  async function tick(
    state: RunState,
    change: Partial<ConcreteTaskInstance> & { request?: KibanaRequest | null } = {},
  ): Promise<RunResult> {
    const { request = fakeRequest, ...given } = change;
    const taskType = given.taskType ?? runTaskType;
    const now = new Date();
    const taskInstance = {
      id: 'task',
      taskType,
      params: {},
      state: { ...state },
      status: 'running',
      attempts: 1,
      runAt: now,
      scheduledAt: now,
      startedAt: now,
      retryAt: new Date(now.getTime() + 90_000),
      ...given,
    };
    const runner = definitions[taskType]?.createTaskRunner({
      taskInstance,
      ...(request && { fakeRequest: request }),
    });
    const result = await runner?.run();
    if (!result) throw new Error('the tick came to nothing');
    return result;
  }
  return {
    azure,
    target,
    services,
    ended,
    records,
    definitions,
    tick,
    stands: (now: Standing) => void (standing = now),
  };
}

/** A time limit of half a second, as for a task that was claimed long ago. */
const short = () => {
  const startedAt = new Date();
  return { startedAt, retryAt: new Date(startedAt.getTime() + 1_000) };
};
const begunAt = (startedAt: string, step: RunStep['step'], line: RunStep): RunStep =>
  line.step === step && line.status === 'running' ? { ...line, startedAt } : line;

const saved = ({ state }: RunResult): RunState => savedState(state);
const lineOf = ({ steps }: Run, step: string) => steps.find((line) => line.step === step);

describe('a tick', () => {
  it('leaves a record and deletes its task, and so its key, when the run has finished', async () => {
    const { tick, records, ended } = aNode();
    expect(await tick(aState())).toEqual({ state: {}, shouldDeleteTask: true });
    expect(records.map((record) => record.run.status)).toEqual(['finished']);
    expect(ended.map(({ status }) => status)).toEqual(['finished']);
  });

  it('keeps the record in its own task when no other can be scheduled', async () => {
    const { tick, services } = aNode();
    services.runs.keepRecord = () => Promise.reject(new Error('no index'));
    const result = await tick(aState());
    expect(saved(result).run.status).toBe('finished');
    expect(result.state).not.toHaveProperty('session');
    expect(result.runAt?.getTime()).toBeGreaterThan(Date.now() + 6 * 86_400_000);
  });

  it.each<Standing>(['superseded', 'undone'])(
    'does nothing and is deleted when it is %s',
    async (now) => {
      const { tick, stands, azure, ended, records } = aNode();
      stands(now);
      expect(await tick(aState())).toEqual({ state: {}, shouldDeleteTask: true });
      expect([azure.writes, ended, records]).toEqual([[], [], []]);
    },
  );

  it('leaves its resources to the newer document when it is superseded during a step', async () => {
    const { tick, services, azure } = aNode();
    let asked = 0;
    // Current at the start and before the first action, superseded after it.
    services.runs.standing = async () => (++asked > 2 ? 'superseded' : 'current');
    expect(await tick(aState())).toEqual({ state: {}, shouldDeleteTask: true });
    expect(azure.writes).toHaveLength(1);
  });

  it('stops the run before anything is made when it acts in another space', async () => {
    const { tick, services, records, azure } = aNode();
    services.spaceOf = () => 'default';
    await tick(aState({ owner: { user: 'profile/u1', space: 'marketing' } }));
    expect(records[0]?.run.problem).toEqual({
      code: 'space_not_supported',
      detail: { space: 'marketing' },
    });
    expect(azure.writes).toEqual([]);
  });

  it('stops the run with its record when ticks before it died again and again', async () => {
    const { tick, records, azure } = aNode();
    await tick(aState(), { attempts: 5 });
    expect(records[0]?.run).toMatchObject({
      status: 'blocked',
      problem: { code: 'run_interrupted' },
    });
    expect(azure.writes).toEqual([]);
    await tick(aState({ run: undoing(setUp, run) }), { attempts: 5, taskType: undoTaskType });
    expect(records[1]?.run).toMatchObject({
      status: 'undoing',
      problem: { code: 'run_interrupted' },
    });
  });
});

/** Ticks until the step has begun and its answer is awaited. */
async function untilBegun({ tick }: ReturnType<typeof aNode>, step: string): Promise<RunState> {
  let state = aState();
  while (lineOf(state.run, step)?.status !== 'running') {
    state = saved(await tick(state, short()));
  }
  return state;
}

/** Ticks until the run has a record, because it has ended or has stopped. */
async function recordAfter(
  { tick, records }: ReturnType<typeof aNode>,
  state: RunState,
): Promise<RunState | undefined> {
  let result = await tick(state, short());
  while (records.length === 0) result = await tick(saved(result), short());
  return records[0];
}

/** The same run, whose step began that long ago. */
function begunBefore(state: RunState, step: RunStep['step'], minutes: number): RunState {
  const begun = new Date(Date.now() - minutes * 60_000).toISOString();
  const steps = state.run.steps.map((one) => begunAt(begun, step, one));
  return { ...state, run: { ...state.run, steps } };
}

describe('an answer that never comes', () => {
  it('from Azure ends the tick in time, and the step waits', async () => {
    const node = aNode();
    node.azure.account = never;
    expect((await untilBegun(node, 'account')).run.status).toBe('running');
  });

  it('from Azure ends the step after its limit, over many ticks', async () => {
    const node = aNode();
    node.azure.account = never;
    const waiting = begunBefore(await untilBegun(node, 'account'), 'account', 11);
    expect((await recordAfter(node, waiting))?.run.problem).toMatchObject({
      code: 'operation_slow',
    });
  });

  it('from Azure ends a tick of a removal in time, too', async () => {
    const { tick, azure } = aNode();
    azure.deployment = never;
    const state = aState({ run: undoing(setUp, run) });
    const after = saved(await tick(state, { ...short(), taskType: undoTaskType }));
    expect(after.run.status).toBe('undoing');
  });

  it('from the model is awaited by the next tick, and requested once', async () => {
    const node = aNode();
    const { target } = node;
    const { ask } = target;
    let answer = () => {};
    target.ask = (id) => new Promise((resolve) => (answer = () => resolve(ask(id))));
    const waiting = await untilBegun(node, 'first_answer');
    expect(lineOf(waiting.run, 'first_answer')).toMatchObject({
      status: 'running',
      problem: { code: 'answer_slow' },
    });
    answer();
    expect((await recordAfter(node, waiting))?.run).toMatchObject({
      status: 'finished',
      answer: { text: 'Hello' },
    });
    expect(target.asked).toBe(1);
  });

  it('from the model stops the run after its time limit, and is requested again on resume', async () => {
    const node = aNode();
    const { tick, target, records } = node;
    const { ask } = target;
    target.ask = never;
    const waiting = await untilBegun(node, 'first_answer');
    const late = begunBefore(waiting, 'first_answer', 6);
    expect((await recordAfter(node, late))?.run).toMatchObject({
      status: 'blocked',
      problem: { code: 'answer_slow' },
    });
    target.ask = ask;
    await tick({ ...waiting, generation: 2 });
    expect(records[1]?.run.status).toBe('finished');
  });
});

describe('an API key that Kibana does not accept', () => {
  const refused: Problem = { code: 'task_key_rejected' };
  it('is retried twice, then the run stops', async () => {
    const { tick, target, records } = aNode();
    target.look = () => Promise.reject(new SetupError(refused));
    const first = await tick(aState());
    expect(saved(first)).toMatchObject({ refusedKeys: 1, run: { status: 'running' } });
    expect(first.runAt?.getTime()).toBeGreaterThan(Date.now() + 1_000);
    const second = saved(await tick(saved(first)));
    expect(second.refusedKeys).toBe(2);
    await tick(second);
    expect(records.map((record) => record.run.problem)).toEqual([refused]);
  });

  it('is forgotten when the next one is accepted', async () => {
    const { tick, target, records } = aNode();
    const { look } = target;
    target.look = () => Promise.reject(new SetupError(refused));
    const first = saved(await tick(aState()));
    target.look = look;
    await tick(first);
    expect(records[0]?.run.status).toBe('finished');
    expect(records[0]).not.toHaveProperty('refusedKeys');
  });

  it('stops a removal in the same way', async () => {
    const { tick, target, records } = aNode();
    target.look = () => Promise.reject(new SetupError(refused));
    const state = aState({ run: undoing(setUp, run) });
    const undo = { taskType: undoTaskType };
    const second = saved(await tick(saved(await tick(state, undo)), undo));
    expect(second).toMatchObject({ refusedKeys: 2, run: { status: 'undoing' } });
    await tick(second, undo);
    expect(records[0]?.run).toMatchObject({ status: 'undoing', problem: refused });
  });
});

it('a tick that cannot read documents keeps its record and comes back', async () => {
  const { tick, services } = aNode();
  services.runs.standing = () => Promise.reject(new Error('no shard'));
  const state = aState();
  const result = await tick(state);
  expect(result.state).toEqual(state);
  expect(result.runAt?.getTime()).toBeGreaterThan(Date.now());
  expect(result).not.toHaveProperty('shouldDeleteTask');
});

it('without a key stops the run instead of acting', async () => {
  const { tick, records, azure } = aNode();
  await tick(aState(), { request: null });
  expect(records[0]?.run.problem).toEqual({ code: 'api_keys_disabled' });
  expect(azure.writes).toEqual([]);
});
