import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import type { Fault } from '../azure';
import { type Kibana, until } from '../kibana';
import { answerOf, signIn } from '../routes/support/ask';
import { setUpAzureKibana, type AzureKibana } from '../routes/support/azure_kibana';
import { atRest, quickTasks } from '../routes/support/run_stage';
import { crash } from './cells';
import { difference, everything } from './inventory';
import { endOf, falselyRemoved, type Row } from './judge';
import { killCells, type KillCell } from './kill_cells';
import type { Scenario } from './scenarios';

/** Longer than any cell takes, so the killed Kibana never gets the response. */
const silence = 10 * 60_000;

const settings = quickTasks;

/** Kills the working Kibana at the moment of the cell, and starts another one. */
async function killAt(
  env: AzureKibana,
  { write, moment, nodes }: KillCell,
  first: Kibana,
  begin: () => Promise<unknown>,
): Promise<Kibana> {
  const { state } = env.simulator;
  const after = moment === 'after' ? { after: 'action' as const } : {};
  const { second, ...match } = write?.match ?? {};
  const fault: Fault | undefined = write && {
    match,
    times: 1,
    action: { hangMs: silence, ...after },
  };
  const passing: Fault = { match, times: 1, action: { slowMs: 0 } };
  state.faults = fault ? [...(second ? [passing] : []), fault] : [];
  await begin();
  if (fault) {
    await until(
      () => fault.times,
      (times) => times === 0,
    );
    // The request has arrived; a status says that Azure has processed it.
    await until(
      () => env.simulator.requests.filter(({ status }) => status === 0).length,
      (count) => count === 0,
    );
  }
  const other = nodes === 2 ? await env.start({ settings, nodeName: 'second' }) : undefined;
  await first.kill();
  state.faults = [];
  return other ?? env.start({ settings });
}

async function signedIn(kibana: Kibana, { application }: Scenario): Promise<string> {
  const session = await signIn(kibana);
  if (!application) return session;
  const { clientId: applicationId, clientSecret } = application;
  const body = { session, applicationId, clientSecret };
  return (await answerOf(kibana, 'application', { body })).session;
}

/** Azure's resources and what Kibana and Elasticsearch store. */
const createdBy = ({ request: { target, authentication } }: Scenario): number =>
  3 + (target === 'both' ? 2 : 1) + (authentication === 'entra_id' ? 1 : 0);

async function carryOut(
  env: AzureKibana,
  cell: KillCell,
): Promise<{ end: string; wrong?: string }> {
  const { simulator } = env;
  const { name, scenario, world } = cell.phase;
  const { request } = scenario;
  simulator.reset('empty', 'instant');
  simulator.state.world = world();
  const first = await env.start({ settings });
  const before = await everything(env);
  const session = await signedIn(first, scenario);
  const runId = randomUUID();
  const start = (kibana: Kibana) =>
    answerOf(kibana, 'startRun', { body: { session, runId, request } });
  const resume = (kibana: Kibana) => answerOf(kibana, 'resumeRun', { runId, body: { session } });
  const undo = (kibana: Kibana) =>
    answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
  const makeDefault = (kibana: Kibana) =>
    answerOf(kibana, 'useDefaultModel', { runId, body: { on: true } });

  let begin = () => start(first).then(() => {});
  if (name !== 'setup') {
    await start(first);
    await atRest(first, runId);
    if (name === 'undo') await makeDefault(first);
    const [subscription] = simulator.state.world.subscriptions;
    if (subscription) subscription.quota = { limit: 1_000, limits: {}, used: {} };
    const act = name === 'resume' ? resume : undo;
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
    const wanted = name === 'undo' ? 'undone' : 'finished';
    if (run.status !== wanted) return { end, wrong: `is not ${wanted}` };
    if (wanted === 'finished') {
      const created = difference(before, await everything(env)).filter((line) => line[0] === '+');
      if (created.length !== createdBy(scenario))
        return { end, wrong: `made: ${created.join(', ')}` };
      await makeDefault(kibana);
      const isDefault = (await everything(env)).some((line) => line.startsWith('default model'));
      if (!isDefault) return { end, wrong: 'is not the default model' };
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

/** Kills Kibana before and after every write of setup, resume and undo in each scenario, on one node and on two. */
export async function kills({ isChosen = () => true, onRow }: KillOptions = {}): Promise<Row[]> {
  const rows: Row[] = [];
  for (const cell of killCells.filter((_, index) => isChosen(index))) {
    const env = await setUpAzureKibana({ version: '9.4.6' });
    const { phase, write, moment, nodes } = cell;
    const result = await carryOut(env, cell).catch((error: unknown) => ({
      end: 'throws',
      wrong: crash(error),
    }));
    await env.clear();
    const row: Row = {
      matrix: `kills: ${phase.name}, ${phase.scenario.name}`,
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
