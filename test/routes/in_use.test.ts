import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { mainTargetIdOf } from '../../common/targets/inference_id';
import { credentials } from '../azure';
import { difference, everything } from '../chaos/inventory';
import type { Kibana } from '../kibana';
import { aSetupRequest } from '../support/a_setup_request';
import { answerOf, ask, problem, signIn } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { atRest, quickTasks } from './run_stage';

let env: AzureKibana;
let kibana: Kibana;
let session: string;
beforeAll(async () => {
  env = await setUpAzureKibana({ speed: 'instant', version: '9.6.0', world: 'owner' });
  kibana = await env.start({ settings: quickTasks });
});
beforeEach(async () => {
  env.simulator.reset('owner', 'instant');
  session = await signIn(kibana);
});
afterAll(() => env.clear());

async function carriedOut(request: SetupRequest, own = session): Promise<Run> {
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', { body: { session: own, runId, request } });
  const run = await atRest(kibana, runId);
  expect(run).toMatchObject({ status: 'finished' });
  return run;
}

const announced = async ({ runId }: Run) => {
  const body = { session, dryRun: true };
  const { removals } = await answerOf(kibana, 'undoRun', { runId, body });
  return removals.flatMap(({ step, neededBy }) => (neededBy ? [[step, neededBy]] : []));
};
const undone = async ({ runId }: Run) => {
  await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
  expect((await atRest(kibana, runId)).status).toBe('undone');
};

it.each(['connector', 'inference_endpoint'] as const)(
  'undo announces that the %s of another setup stops working with the deployment',
  async (target) => {
    const before = await everything(env);
    const first = await carriedOut(aSetupRequest());
    expect(await announced(first)).toEqual([]);
    const second = await carriedOut(aSetupRequest({ target, targetName: 'The other one' }));
    const name =
      target === 'connector' ? 'The other one' : mainTargetIdOf(second.request, second.runId);
    expect(await announced(first)).toEqual([['model_deployment', [name]]]);
    expect(await announced(second)).toEqual([]);

    await undone(first);
    await undone(second);
    expect(difference(before, await everything(env))).toEqual([]);
  },
);

it('undo announces that the endpoint of another setup stops working with the role assignment', async () => {
  const { clientId: applicationId, clientSecret } = credentials.inference;
  const { session: own } = await answerOf(kibana, 'application', {
    body: { session, applicationId, clientSecret },
  });
  const keyless = {
    target: 'inference_endpoint',
    authentication: 'entra_id',
    applicationId,
  } as const;
  const first = await carriedOut(aSetupRequest(keyless), own);
  const second = await carriedOut(aSetupRequest({ ...keyless, deploymentName: 'second' }), own);
  const name = mainTargetIdOf(second.request, second.runId);
  expect(await announced(first)).toEqual([['role_assignment', [name]]]);
});

it('a run that is resumed with another deployment does not take over the endpoint of another run', async () => {
  const digits = randomUUID().slice(0, 8);
  const idOf = () => digits + randomUUID().slice(8);
  const request = aSetupRequest({ target: 'inference_endpoint' });
  const [victim, runId] = [idOf(), idOf()];
  await answerOf(kibana, 'startRun', { body: { session, runId: victim, request } });
  expect((await atRest(kibana, victim)).status).toBe('finished');

  const other = { as: 'setup_admin' };
  const own = await signIn(kibana, other);
  env.simulator.state.faults = [
    {
      match: { method: 'PUT', path: '/deployments/' },
      action: { status: 400, code: 'SpecialFeatureOrQuotaIdRequired', message: 'no' },
    },
  ];
  const elsewhere = { ...request, deploymentName: 'elsewhere' };
  await answerOf(kibana, 'startRun', {
    ...other,
    body: { session: own, runId, request: elsewhere },
  });
  expect((await atRest(kibana, runId, other)).status).toBe('blocked');
  env.simulator.state.faults = [];
  const move = { ...other, runId, body: { session: own, request } };
  expect(await ask(kibana, 'resumeRun', move)).toMatchObject(
    problem('inference_endpoint_conflict'),
  );
});
