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
import { adoptedRoad, assignedRoad, type Road } from './roads';
import { aRun, remove, settle } from './run_matrix';

function changesOf({ request, name }: Road): Readonly<Record<string, Change>> {
  if (name === adoptedRoad.name || name === assignedRoad.name) return changesAtAccountOfOthers;
  return request.authentication === 'entra_id'
    ? { ...changesOfAzure, ...changesWithoutKeys }
    : changesOfAzure;
}

function createdIn(stage: ChaosStage, { request }: Road): Created {
  const { groups, accounts } = stage.state.world;
  const group = groups.find(({ name }) => name === request.resourceGroup);
  const account = accounts.find(({ name }) => name === request.accountName);
  if (!group || !account) throw new Error('the set-up made nothing');
  return { stage, group, account };
}

/** A removal waits for what is being deleted, and not for what was kept. */
const longestWaitMs = 3 * 60_000;

/** Removal with things of others inside: these stay, and nothing that stays is called removed. */
export async function inventoryMatrix({ stage, road, onRow, isChosen }: MatrixOptions) {
  const chosen = Object.entries(changesOf(road)).filter((_, index) => isChosen(index));
  for (const [name, change] of chosen) {
    await stage.arrange(beginning(road));
    const before = stage.inventory();
    const row = {
      matrix: `inventory, ${road.name}`,
      call: name,
      fault: '',
      lasting: 'once',
    } as const;
    try {
      const { after } = await settle(stage, road, aRun(road));
      if (after.status !== 'finished') throw new Error(endOf(after));
      const created = stage.inventory();
      const staying = await change(createdIn(stage, road));
      const { skewMs } = stage.state;
      const undone = await remove(stage, road, after);
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
