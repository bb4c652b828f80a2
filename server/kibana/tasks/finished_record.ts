import { SetupError } from '../../../common/problem';
import { isMoving, type Run } from '../../../common/run';
import type { Owner, RunState } from '../../core/workflows/engine/run_state';
import type { RunDocument } from './run_documents';
import { assertFinished } from './run_refusals';
import { runTaskType } from './task_types';

interface Records {
  find(runId: string, owner: Owner): Promise<RunDocument | undefined>;
  load(runId: string, owner: Owner): Promise<RunDocument>;
  schedule(taskType: string, state: RunState, options: { runAt: Date }): Promise<boolean>;
  removeOlder(runId: string, generation: number): Promise<void>;
}

/** Number of tries, because concurrent requests can win. */
export const maximumTries = 4;

/**
 * Maximum time between the two writes that start a change, in ms. After that, a change without a record never started.
 */
const longestStart = 60_000;

/**
 * Writes to the record of a finished setup. Each write creates a new generation, so only one of two concurrent writes
 * succeeds.
 */
export function createFinishedRecord({ find, load, schedule, removeOlder }: Records) {
  /** Throws if the setup is not finished. */
  async function updateRecord(
    owner: Owner,
    runId: string,
    edit: (run: Run) => Run | Promise<Run>,
    tries = maximumTries,
  ): Promise<Run> {
    const { state, generation, task } = await load(runId, owner);
    assertFinished(state.run);
    const run = await edit(state.run);
    const next: RunState = { ...state, run, generation: generation + 1 };
    if (await schedule(runTaskType, next, { runAt: task.runAt })) {
      await removeOlder(runId, generation + 1);
      return run;
    }
    if (tries > 1) return updateRecord(owner, runId, edit, tries - 1);
    throw new SetupError({ code: 'run_not_resumable', detail: { status: state.run.status } });
  }

  async function isUnderWay(change: Run['lastChange'], owner: Owner): Promise<boolean> {
    if (!change) return false;
    const found = await find(change.changeId, owner);
    return found
      ? isMoving(found.state.run)
      : Date.now() - Date.parse(change.startedAt) < longestStart;
  }

  /** Records a throughput change before it starts or continues; throws while another one is running. */
  async function enterChange(owner: Owner, setUpId: string, changeId: string): Promise<void> {
    await updateRecord(owner, setUpId, async (run) => {
      const { lastChange } = run;
      if (lastChange?.changeId !== changeId && (await isUnderWay(lastChange, owner))) {
        throw new SetupError({ code: 'throughput_changing' });
      }
      return { ...run, lastChange: { changeId, startedAt: new Date().toISOString() } };
    });
  }

  return { updateRecord, enterChange };
}
