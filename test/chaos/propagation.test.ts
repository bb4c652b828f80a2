import { nowOf, type SimulatorState } from '../azure';
import { faultsAt } from './calls';
import { beginning, startChaosStage, type ChaosStage } from './chaos_stage';
import { difference } from './inventory';
import { bothScenario, keylessScenario, type Scenario } from './scenarios';
import { aRun, remove, resumedWithout, settle } from './run_matrix';

const minute = 60_000;

let stage: ChaosStage;
beforeAll(async () => {
  stage = await startChaosStage();
});
afterAll(() => stage.stop());

/** A run with slow propagation; `minutes` is the wait by the simulator's clock. */
async function runIn(scenario: Scenario, delays: Partial<SimulatorState['delays']>) {
  const { state } = stage;
  Object.assign(state.delays, delays);
  const begin = nowOf(state);
  const { after, wrong } = await settle(stage, scenario, aRun(scenario));
  expect(wrong).toBeUndefined();
  const minutes = Math.round((nowOf(state) - begin) / minute);
  return { run: after, status: after.status, code: after.problem?.code, minutes };
}

beforeEach(() => stage.arrange(beginning(keylessScenario)));

it('a run without keys stops after 15 minutes, says that the role is missing, and goes on when it is there', async () => {
  const before = stage.inventory();
  const { run, ...end } = await runIn(keylessScenario, { roleMs: 25 * minute });
  expect(end).toEqual({ status: 'blocked', code: 'data_permission_denied', minutes: 15 });
  expect(run.steps.find(({ status }) => status === 'failed')?.step).toBe('inference_endpoint');
  stage.state.skewMs += 11 * minute;
  const { after } = await settle(stage, keylessScenario, resumedWithout(run));
  expect(after.status).toBe('finished');
  await remove(stage, keylessScenario, after);
  expect(difference(before, stage.inventory())).toEqual([]);
});

it('a run with a key waits four minutes for a deployment that is not known everywhere', async () => {
  await stage.arrange(beginning(bothScenario));
  expect(await runIn(bothScenario, { propagationMs: 4 * minute })).toMatchObject({
    status: 'finished',
    minutes: 4,
  });
});

it('a run with a key stops after five minutes and names the deployment', async () => {
  await stage.arrange(beginning(bothScenario));
  expect(await runIn(bothScenario, { propagationMs: 20 * minute })).toMatchObject({
    status: 'blocked',
    code: 'deployment_not_found',
    minutes: 5,
  });
});

it.each([
  ['a broken connection', 'reset'],
  [
    'a token that Entra ID refuses once',
    { status: 401, code: 'invalid_client', message: 'AADSTS7000215: no' },
  ],
] as const)('%s in the middle of a long wait does not end it', async (_, action) => {
  const { application } = keylessScenario;
  const token = `/${String(application?.tenantId)}/oauth2/v2.0/token`;
  stage.state.faults = faultsAt({ method: 'POST', path: token, earlier: 200 }, action, {
    times: 1,
  });
  expect(await runIn(keylessScenario, { roleMs: 12 * minute })).toMatchObject({
    status: 'finished',
    minutes: 12,
  });
});
