import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import type { Fault, WorldName } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, signIn } from '../routes/ask';
import { setUpAzureKibana, type AzureKibana } from '../routes/azure_kibana';
import { atRest, quickTasks, until } from '../routes/run_stage';
import { aSetupRequest } from '../support/a_setup_request';
import { crash } from './cells';
import { difference, everything } from './inventory';
import { endOf, falselyRemoved, type Row } from './judge';

/** The writes of each phase, by what the call to Azure looks like. The first answer is one, too. */
const writes = {
  'set-up': {
    registration: { method: 'POST', path: '/register\\?' },
    group: { method: 'PUT', path: '/resourcegroups/[^/?]+\\?' },
    account: { method: 'PUT', path: '/accounts/[^/?]+\\?' },
    deployment: { method: 'PUT', path: '/deployments/[^/?]+\\?' },
    'key for the connector': { method: 'POST', path: '/listKeys\\?' },
    'first answer': { method: 'POST', path: '/chat/completions' },
  },
  resume: {
    deployment: { method: 'PUT', path: '/deployments/[^/?]+\\?' },
    'key for the connector': { method: 'POST', path: '/listKeys\\?' },
  },
  undo: {
    deployment: { method: 'DELETE', path: '/deployments/[^/?]+\\?' },
    account: {
      method: 'DELETE',
      path: '/providers/Microsoft.CognitiveServices/accounts/[^/?]+\\?',
    },
    purge: { method: 'DELETE', path: '/deletedAccounts/' },
    group: { method: 'DELETE', path: '/resourcegroups/[^/?]+\\?' },
  },
} as const satisfies Record<string, Record<string, Fault['match']>>;

type Phase = keyof typeof writes;
type Moment = 'before' | 'after' | 'at once';

interface Cell {
  phase: Phase;
  /** Absent: right after Kibana answered the request. */
  write?: { name: string; match: Fault['match'] };
  moment: Moment;
  nodes: 1 | 2;
}

const phases: readonly Phase[] = ['set-up', 'resume', 'undo'];

const cells: readonly Cell[] = phases.flatMap((phase) =>
  ([1, 2] as const).flatMap((nodes): Cell[] => [
    { phase, moment: 'at once', nodes },
    ...Object.entries<Fault['match']>(writes[phase]).flatMap(([name, match]) =>
      (['before', 'after'] as const).map((moment): Cell => ({
        phase,
        write: { name, match },
        moment,
        nodes,
      })),
    ),
  ]),
);

/** Longer than any cell takes: the answer never comes to the Kibana that is killed. */
const silence = 10 * 60_000;

const settings = quickTasks;

/** Kills the Kibana that is at work in the moment that the cell says, and starts another one. */
async function killAt(
  env: AzureKibana,
  { write, moment, nodes }: Cell,
  first: Kibana,
  begin: () => Promise<unknown>,
): Promise<Kibana> {
  const { state } = env.simulator;
  const after = moment === 'after' ? { after: 'action' as const } : {};
  const fault: Fault | undefined = write && {
    match: write.match,
    times: 1,
    action: { hangMs: silence, ...after },
  };
  state.faults = fault ? [fault] : [];
  await begin();
  if (fault) {
    await until(
      () => fault.times,
      (times) => times === 0,
    );
    // The request has arrived; Azure needs a moment to carry it out.
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const other = nodes === 2 ? await env.start({ settings, nodeName: 'second' }) : undefined;
  await first.kill();
  state.faults = [];
  return other ?? env.start({ settings });
}

const worldOf: Record<Phase, WorldName> = {
  'set-up': 'unregistered_provider',
  resume: 'no_quota',
  undo: 'empty',
};

async function carryOut(env: AzureKibana, cell: Cell): Promise<{ end: string; wrong?: string }> {
  const { simulator } = env;
  simulator.reset(worldOf[cell.phase], 'instant');
  const first = await env.start({ settings });
  const before = await everything(env);
  const session = await signIn(first);
  const runId = randomUUID();
  const start = (kibana: Kibana) =>
    answerOf(kibana, 'startRun', { body: { session, runId, request: aSetupRequest() } });
  const resume = (kibana: Kibana) => answerOf(kibana, 'resumeRun', { runId, body: { session } });
  const undo = (kibana: Kibana) =>
    answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });

  let begin = () => start(first).then(() => {});
  if (cell.phase !== 'set-up') {
    await start(first);
    await atRest(first, runId);
    const [subscription] = simulator.state.world.subscriptions;
    if (subscription) subscription.quota = { limit: 1_000, limits: {}, used: {} };
    const act = cell.phase === 'resume' ? resume : undo;
    begin = () => act(first).then(() => {});
  }
  const kibana = await killAt(env, cell, first, begin);
  try {
    let run: Run = await atRest(kibana, runId);
    const ends = [endOf(run)];
    for (let tries = 0; run.status === 'blocked' && tries < 2; tries += 1) {
      await resume(kibana);
      run = await atRest(kibana, runId);
      ends.push(endOf(run));
    }
    const end = ends.join(', then ');
    const wanted = cell.phase === 'undo' ? 'undone' : 'finished';
    if (run.status !== wanted) return { end, wrong: `is not ${wanted}` };
    if (wanted === 'finished') {
      const created = difference(before, await everything(env)).filter((line) => line[0] === '+');
      if (created.length !== 4) return { end, wrong: `made: ${created.join(', ')}` };
      await undo(kibana);
      run = await atRest(kibana, runId);
    }
    const lie = falselyRemoved(run, before, await everything(env));
    if (lie) return { end, wrong: lie };
    const left = difference(before, await everything(env));
    return left.length > 0 ? { end, wrong: `left: ${left.join(', ')}` } : { end };
  } finally {
    await kibana.kill();
  }
}

interface KillOptions {
  /** The cells to run, by their position in the table. */
  isChosen?(index: number): boolean;
  onRow?(row: Row): void;
}

/** A Kibana is killed at every write of set-up, resume and undo, before and after it, alone and as one of two. */
export async function kills({ isChosen = () => true, onRow }: KillOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (const cell of cells.filter((_, index) => isChosen(index))) {
    const env = await setUpAzureKibana();
    const { phase, write, moment, nodes } = cell;
    const result = await carryOut(env, cell).catch((error: unknown) => ({
      end: 'throws',
      wrong: crash(error),
    }));
    await env.clear();
    const row: Row = {
      matrix: `kills: ${phase}`,
      call: write?.name ?? 'the answer of Kibana',
      fault: `killed ${moment}, ${nodes === 1 ? 'one node' : 'two nodes'}`,
      lasting: 'once',
      ...result,
    };
    rows.push(row);
    onRow?.(row);
  }
  return rows;
}
