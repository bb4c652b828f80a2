import path from 'node:path';
import * as v from 'valibot';
import { type Run } from '../../common/run';
import { runTag } from '../../common/run_tag';
import { aGroup, anAccount } from '../azure';
import { openDocuments } from '../kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { ask, problem, signIn } from './support/ask';
import { deleteConnector } from './support/kibana_apis';
import { recordOf } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana();

const outcomeOf = ({ steps }: Run, step: string) =>
  steps.find((line) => line.step === step)?.outcome;
const world = () => stage.simulator.state.world;

/** The record goes, as it does after a week. */
async function expire(runId: string) {
  const { home } = stage.env;
  const { id } = await recordOf(home, runId);
  openDocuments(path.join(home, 'data', 'tasks'), 'task', v.unknown()).delete(id);
  expect(await ask(stage.kibana, 'run', { runId })).toMatchObject(problem('run_not_found'));
}

it('a run id whose record has expired gives another person no access to its resources', async () => {
  const { runId } = await stage.carriedOut();
  await expire(runId);
  // Without the connector, too.
  await deleteConnector(stage.kibana, runId);
  const other = { as: 'setup_admin' };
  const session = await signIn(stage.kibana, other);
  const claim = { ...other, body: { session, runId, request: aSetupRequest() } };
  expect(await ask(stage.kibana, 'startRun', claim)).toMatchObject(problem('run_id_used'));
  expect(await ask(stage.kibana, 'run', { ...other, runId })).toMatchObject(
    problem('run_not_found'),
  );

  // Also not by starting elsewhere and moving there.
  const { state } = stage.simulator;
  state.faults = [
    {
      match: { method: 'PUT', path: '/accounts/' },
      action: { status: 400, code: 'SpecialFeatureOrQuotaIdRequired', message: 'no' },
    },
  ];
  const elsewhere = { resourceGroup: 'elsewhere', accountName: 'kibana-else' };
  const request = aSetupRequest({ ...elsewhere, customSubDomainName: 'kibana-else' });
  const blocked = await stage.carriedOut(request, { ...other, runId, session });
  expect(blocked.status).toBe('blocked');
  state.faults = [];
  const move = { ...other, runId, body: { session, request: aSetupRequest() } };
  expect(await ask(stage.kibana, 'resumeRun', move)).toMatchObject(problem('run_id_used'));
  expect(world().accounts).toHaveLength(1);
});

it('an existing account is kept, even if it has the tag of the run', async () => {
  const { resourceGroup, accountName, location } = aSetupRequest();
  world().groups.push(aGroup(resourceGroup, location));
  world().accounts.push({ ...anAccount(accountName, resourceGroup), location });
  const run = await stage.finished();
  const { runId } = run;
  expect(outcomeOf(run, 'account')).toBe('reused');
  for (const resource of [...world().groups, ...world().accounts]) {
    resource.tags = { ...resource.tags, [runTag]: runId };
  }
  const removals = await stage.removals(runId);
  expect(removals.map(({ step }) => step)).toEqual(['target', 'model_deployment']);
  const undone = await stage.undone(runId);
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
  Object.assign(stage.simulator.state.delays, { groupMs: 300, deploymentMs: 300, accountMs: 600 });
  const runs = await Promise.all([stage.finished(), stage.finished()]);
  for (const step of ['resource_group', 'account', 'model_deployment']) {
    const created = runs.filter((run) => outcomeOf(run, step) === 'created');
    expect([step, created.length]).toEqual([step, 1]);
  }
  const [account] = world().accounts;
  const owner = runs.find((run) => outcomeOf(run, 'account') === 'created');
  expect(account?.tags).toMatchObject({ [runTag]: owner?.runId });
  // A group is kept as long as the account of the other run is in it: the second removal finds it empty.
  for (const { runId } of [...runs, ...runs]) await stage.undone(runId);
  expect(world()).toMatchObject({ groups: [], accounts: [] });
});
