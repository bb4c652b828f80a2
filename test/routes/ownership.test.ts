import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Run } from '../../common/run';
import { runTag } from '../../common/run_tag';
import { aGroup, anAccount } from '../azure';
import type { Kibana } from '../kibana';
import { answerOf, ask, basic, problem, signIn } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { atRest, quickTasks, until } from './run_stage';
import { aSetupRequest } from '../support/a_setup_request';

let env: AzureKibana;
let kibana: Kibana;
let session: string;
beforeAll(async () => {
  env = await setUpAzureKibana();
  kibana = await env.start({ settings: quickTasks });
});
afterAll(() => env.clear());
beforeEach(async () => {
  env.simulator.reset('empty', 'instant');
  session = await signIn(kibana);
});

const start = (runId: string, change = {}) =>
  answerOf(kibana, 'startRun', { body: { session, runId, request: aSetupRequest(change) } });
const undo = async (runId: string) => {
  await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
  return atRest(kibana, runId);
};
const outcomeOf = ({ steps }: Run, step: string) =>
  steps.find((line) => line.step === step)?.outcome;
const world = () => env.simulator.state.world;

/** The record and its task go, as they do after a week. */
async function expire(runId: string) {
  const folder = path.join(env.home, 'data', 'tasks');
  const left = () => readdirSync(folder).filter((name) => name.includes(runId));
  for (const name of left()) rmSync(path.join(folder, name));
  await until(
    async () => (await ask(kibana, 'run', { runId })).status,
    (status) => status === 422,
  );
}

it('a run id whose record has expired gives another person no access to its resources', async () => {
  const runId = randomUUID();
  await start(runId);
  await atRest(kibana, runId);
  await expire(runId);
  // Without the connector, too.
  await fetch(`${kibana.url}/api/actions/connector/${runId}`, {
    method: 'DELETE',
    headers: { authorization: basic('elastic'), 'kbn-xsrf': 'true' },
  });
  const other = { as: 'setup_admin' };
  const own = await signIn(kibana, other);
  const claim = { ...other, body: { session: own, runId, request: aSetupRequest() } };
  expect(await ask(kibana, 'startRun', claim)).toMatchObject(problem('run_id_used'));
  expect(await ask(kibana, 'run', { ...other, runId })).toMatchObject(problem('run_not_found'));

  // Also not by starting elsewhere and moving there.
  env.simulator.state.faults = [
    {
      match: { method: 'PUT', path: '/accounts/' },
      action: { status: 400, code: 'SpecialFeatureOrQuotaIdRequired', message: 'no' },
    },
  ];
  const elsewhere = { resourceGroup: 'elsewhere', accountName: 'kibana-else' };
  const request = aSetupRequest({ ...elsewhere, customSubDomainName: 'kibana-else' });
  await answerOf(kibana, 'startRun', { ...other, body: { session: own, runId, request } });
  expect((await atRest(kibana, runId, other)).status).toBe('blocked');
  env.simulator.state.faults = [];
  const move = { ...other, runId, body: { session: own, request: aSetupRequest() } };
  expect(await ask(kibana, 'resumeRun', move)).toMatchObject(problem('run_id_used'));
  expect(world().accounts).toHaveLength(1);
});

it('an existing account is kept, even if it has the tag of the run', async () => {
  const { resourceGroup, accountName, location } = aSetupRequest();
  world().groups.push(aGroup(resourceGroup, location));
  world().accounts.push({ ...anAccount(accountName, resourceGroup), location });
  const runId = randomUUID();
  await start(runId);
  const run = await atRest(kibana, runId);
  expect(run.status).toBe('finished');
  expect(outcomeOf(run, 'account')).toBe('reused');
  for (const resource of [...world().groups, ...world().accounts]) {
    resource.tags = { ...resource.tags, [runTag]: runId };
  }
  const { removals } = await answerOf(kibana, 'undoRun', {
    runId,
    body: { session, dryRun: true },
  });
  expect(removals.map(({ step }) => step)).toEqual(['target', 'model_deployment']);
  const undone = await undo(runId);
  expect(undone.steps.map(({ step, status }) => [step, status])).toContainEqual([
    'account',
    'kept',
  ]);
  expect(world()).toMatchObject({
    groups: [{ name: resourceGroup }],
    accounts: [{ name: accountName }],
  });
});

it('of two concurrent setups with the same names, only one owns each resource', async () => {
  env.simulator.reset('empty', { groupMs: 300, deploymentMs: 300, accountMs: 600 });
  session = await signIn(kibana);
  const ids = [randomUUID(), randomUUID()];
  await Promise.all(ids.map((runId) => start(runId)));
  const runs = await Promise.all(ids.map((runId) => atRest(kibana, runId)));
  expect(runs.map(({ status }) => status)).toEqual(['finished', 'finished']);
  for (const step of ['resource_group', 'account', 'model_deployment']) {
    const created = runs.filter((run) => outcomeOf(run, step) === 'created');
    expect([step, created.length]).toEqual([step, 1]);
  }
  const [account] = world().accounts;
  const owner = runs.find((run) => outcomeOf(run, 'account') === 'created');
  expect(account?.tags).toMatchObject({ [runTag]: owner?.runId });
  // A group is kept as long as the account of the other run is in it: the second removal finds it empty.
  for (const runId of [...ids, ...ids]) await undo(runId);
  expect(world()).toMatchObject({ groups: [], accounts: [] });
});
