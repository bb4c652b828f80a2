import { crash, type MatrixOptions } from './cells';
import {
  changesAtAccountOfOthers,
  changesOfAzure,
  changesWithoutKeys,
  type Change,
  type Created,
} from './changes';
import { beginning, type ChaosStage } from './chaos_stage';
import { difference } from './inventory';
import { endOf, falselyRemoved } from './judge';
import { adoptedScenario, assignedScenario, type Scenario } from './scenarios';
import { aRun, remove, settle } from './run_matrix';

function changesOf({ request, name }: Scenario): Readonly<Record<string, Change>> {
  if (name === adoptedScenario.name || name === assignedScenario.name)
    return changesAtAccountOfOthers;
  return request.authentication === 'entra_id'
    ? { ...changesOfAzure, ...changesWithoutKeys }
    : changesOfAzure;
}

function createdIn(stage: ChaosStage, { request }: Scenario): Created {
  const { groups, accounts } = stage.state.world;
  const group = groups.find(({ name }) => name === request.resourceGroup);
  const account = accounts.find(({ name }) => name === request.accountName);
  if (!group || !account) throw new Error('the setup made nothing');
  return { stage, group, account };
}

/** Undo waits for deletions, but not for kept resources. */
const longestWaitMs = 3 * 60_000;

/** Undo with resources of others: these are kept, and none is reported as deleted. */
export async function inventoryMatrix({ stage, scenario, onRow, isChosen }: MatrixOptions) {
  const chosen = Object.entries(changesOf(scenario)).filter((_, index) => isChosen(index));
  for (const [name, change] of chosen) {
    await stage.arrange(beginning(scenario));
    const before = stage.inventory();
    const row = {
      matrix: `inventory, ${scenario.name}`,
      call: name,
      fault: '',
      lasting: 'once',
    } as const;
    try {
      const { after } = await settle(stage, scenario, aRun(scenario));
      if (after.status !== 'finished') throw new Error(endOf(after));
      const created = stage.inventory();
      const staying = await change(createdIn(stage, scenario));
      const { skewMs } = stage.state;
      const undone = await remove(stage, scenario, after);
      const waitedMs = stage.state.skewMs - skewMs;
      const left = stage.inventory();
      const gone = staying.filter((line) => !left.some((one) => line.test(one)));
      const surplus = difference(before, left).filter(
        (line) => line.startsWith('+') && !staying.some((one) => one.test(line.slice(2))),
      );
      const ownLeft = left.filter((line) => created.includes(line));
      const wrong =
        undone.wrong ??
        (gone.length > 0 ? `deleted: ${gone.join(', ')}` : undefined) ??
        (surplus.length > 0 ? `left: ${surplus.join(', ')}` : undefined) ??
        falselyRemoved(undone.after, before, ownLeft) ??
        (waitedMs > longestWaitMs ? `waits ${waitedMs / 1_000} s for what stays` : undefined);
      onRow({ ...row, end: endOf(undone.after), ...(wrong && { wrong }) });
    } catch (error) {
      onRow({ ...row, end: 'throws', wrong: crash(error) });
    }
  }
}
