import {
  aDeployment,
  aGroup,
  anAccount,
  type SimAccount,
  type SimGroup,
  type WorldState,
} from '../azure';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { crash, type MatrixOptions } from './cells';
import { beginning, type ChaosStage } from './chaos_stage';
import { difference } from './inventory';
import { endOf } from './judge';
import { aRun, settle } from './run_matrix';

interface Created {
  group: SimGroup;
  account: SimAccount;
  world: WorldState;
}

const gpt41 = ['gpt-4.1', '2025-04-14'] as const;

/** Actions of others between a set-up and its removal, and the expected resources afterwards. */
const changes: Readonly<Record<string, (created: Created) => readonly RegExp[]>> = {
  'a deployment of others in the account': ({ account }) => {
    account.deployments.push(aDeployment('theirs', gpt41, ['Standard', 10]));
    return [/^deployment .*\/theirs$/, /^account /, /^group /];
  },
  'an account of others in the group': ({ world, group }) => {
    world.accounts.push(anAccount('their-openai', group.name));
    return [/^account .*\/their-openai$/, /^group /];
  },
  'a resource of another service in the group': ({ group }) => {
    group.others = [{ name: 'theirvault', type: 'Microsoft.KeyVault/vaults' }];
    return [/^group /];
  },
  'the ownership tag taken off the group': ({ group }) => {
    group.tags = {};
    return [/^group /];
  },
  'the ownership tag taken off the account': ({ account }) => {
    account.tags = {};
    return [/^account /, /^group /];
  },
  'the ownership tag of another run on the account': ({ account }) => {
    account.tags = { 'kibana-setup-run': '5f0c6a52-0000-4000-8000-000000000000' };
    return [/^account /, /^group /];
  },
  'the account deleted by hand': ({ account }) => {
    account.deletedAt = Date.now();
    return [];
  },
  'a lock on the group': ({ group }) => {
    group.locks = [{ name: 'keep', level: 'CanNotDelete' }];
    return [/^group /, /^account /, /^deployment /];
  },
  'another empty group with a similar name': ({ world, group }) => {
    world.groups.push(aGroup(`${group.name}-2`, group.location));
    return [/^group .*-2$/];
  },
};

function createdIn(stage: ChaosStage): Created {
  const { world } = stage.state;
  const [group] = world.groups;
  const [account] = world.accounts;
  if (!group || !account) throw new Error('the set-up made nothing');
  return { world, group, account };
}

/** A removal waits for what is being deleted, and not for what was kept. */
const longestWaitMs = 3 * 60_000;

/** Removal with things of others inside: these stay, and nothing that stays is called removed. */
export async function inventoryMatrix({ stage, road, onRow, isChosen }: MatrixOptions) {
  const chosen = Object.entries(changes).filter((_, index) => isChosen(index));
  for (const [name, change] of chosen) {
    await stage.arrange(beginning(road));
    const before = stage.inventory();
    const row = { matrix: 'inventory', call: name, fault: '', lasting: 'once' } as const;
    try {
      const { after } = await settle(stage, road, aRun(road), carryOut);
      const staying = change(createdIn(stage));
      const { skewMs } = stage.state;
      const undone = await settle(stage, road, after, carryOutUndo);
      const waitedMs = stage.state.skewMs - skewMs;
      const left = stage.inventory();
      const gone = staying.filter((line) => !left.some((one) => line.test(one)));
      const surplus = difference(before, left).filter(
        (line) => line.startsWith('+') && !staying.some((one) => one.test(line.slice(2))),
      );
      const removedLies = undone.after.steps.filter(
        ({ step, status }) =>
          status === 'removed' &&
          ((step === 'resource_group' && staying.some((one) => one.test('group x'))) ||
            (step === 'account' && staying.some((one) => one.test('account x/y')))),
      );
      const wrong =
        undone.wrong ??
        (gone.length > 0 ? `deleted: ${gone.join(', ')}` : undefined) ??
        (surplus.length > 0 ? `left: ${surplus.join(', ')}` : undefined) ??
        (removedLies.length > 0 ? 'calls removed what stays' : undefined) ??
        (waitedMs > longestWaitMs ? `waits ${waitedMs / 1_000} s for what stays` : undefined);
      onRow({ ...row, end: endOf(undone.after), ...(wrong && { wrong }) });
    } catch (error) {
      onRow({ ...row, end: 'throws', wrong: crash(error) });
    }
  }
}
