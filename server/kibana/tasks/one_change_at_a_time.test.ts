import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { aTaskManager, caller } from '../../../test/support/a_task_manager';
import { changeSize } from '../../core/workflows/change_size';
import { setUp } from '../../core/workflows/set_up';
import { createRuns, type Runs } from './runs';

const setUpId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';
const oneId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c22';
const otherId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c33';
const session = 'sealed';
const refused = { problem: { code: 'throughput_changing' } };

const changeTo = (runs: Runs, runId: string, capacity: number) =>
  runs.start(caller, {
    ...{ workflow: changeSize, runId, setUpId, session },
    request: aSetupRequest({ capacity }),
  });

/** A finished setup, and two nodes with delayed searches. */
async function aFinishedSetup() {
  const place = aTaskManager();
  const delayedSearch = { ...place.taskManager, fetch: async () => ({ docs: [] }) };
  const [runs, otherNode] = [0, 1].map(() => createRuns(delayedSearch, () => undefined));
  if (!runs || !otherNode) throw new Error('two nodes were expected');
  const request = aSetupRequest();
  await runs.start(caller, { workflow: setUp, runId: setUpId, request, session });
  place.finish();
  return { ...place, runs, otherNode };
}

const statusOf = async (runs: Runs, runId: string) =>
  (await runs.find(runId, caller))?.state.run.status;

describe('a second change of the throughput of one deployment', () => {
  it('is refused while the first is at work, on the same node and on another', async () => {
    const { runs, otherNode } = await aFinishedSetup();
    await changeTo(runs, oneId, 200);
    for (const node of [runs, otherNode]) {
      await expect(changeTo(node, otherId, 300)).rejects.toMatchObject(refused);
    }
    expect(await statusOf(runs, otherId)).toBeUndefined();
    expect((await runs.load(setUpId, caller)).state.run.lastChange).toMatchObject({
      changeId: oneId,
    });
  });

  it('is refused when both arrive at the same moment', async () => {
    const { runs, otherNode, meanwhile } = await aFinishedSetup();
    meanwhile(() => changeTo(otherNode, otherId, 300));
    await expect(changeTo(runs, oneId, 200)).rejects.toMatchObject(refused);
    expect([await statusOf(runs, oneId), await statusOf(runs, otherId)]).toEqual([
      undefined,
      'running',
    ]);
  });

  it('starts when the first has finished or has stopped', async () => {
    const place = await aFinishedSetup();
    await changeTo(place.runs, oneId, 200);
    place.finish();
    expect(await changeTo(place.otherNode, otherId, 300)).toMatchObject({ status: 'running' });
    place.stop();
    const thirdId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c44';
    expect(await changeTo(place.runs, thirdId, 400)).toMatchObject({ status: 'running' });
  });

  it('starts a minute after a Kibana was killed before it could start the first', async () => {
    const { runs, otherNode, taskManager } = await aFinishedSetup();
    const killed = createRuns(
      {
        ...taskManager,
        schedule: async (task, options) => {
          if (task.id.includes(oneId)) throw new Error('killed');
          return taskManager.schedule(task, options);
        },
      },
      () => undefined,
    );
    await expect(changeTo(killed, oneId, 200)).rejects.toThrow('killed');
    await expect(changeTo(otherNode, otherId, 300)).rejects.toMatchObject(refused);
    jest.useFakeTimers({ now: Date.now() + 61_000, doNotFake: ['nextTick', 'setImmediate'] });
    expect(await changeTo(runs, otherId, 300)).toMatchObject({ status: 'running' });
    jest.useRealTimers();
  });

  it('is the same change when it has the same id', async () => {
    const { runs } = await aFinishedSetup();
    await changeTo(runs, oneId, 200);
    expect(await changeTo(runs, oneId, 200)).toMatchObject({ runId: oneId, status: 'running' });
  });

  it('is not resumed while another is at work', async () => {
    const place = await aFinishedSetup();
    await changeTo(place.runs, oneId, 200);
    place.stop();
    await changeTo(place.runs, otherId, 300);
    const resumed = place.otherNode.resume(caller, { runId: oneId, session });
    await expect(resumed).rejects.toMatchObject(refused);
    expect(await statusOf(place.runs, oneId)).toBe('blocked');
  });
});

it('a change of the throughput does not start when its setup is deleted at the same moment', async () => {
  const { runs, otherNode, meanwhile } = await aFinishedSetup();
  meanwhile(() => otherNode.undo(caller, { runId: setUpId, session }));
  await expect(changeTo(runs, oneId, 200)).rejects.toMatchObject({
    problem: { code: 'run_not_resumable', detail: { status: 'undoing' } },
  });
  expect(await statusOf(runs, setUpId)).toBe('undoing');
});
