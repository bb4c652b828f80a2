import { randomUUID } from 'node:crypto';
import { latestPatches } from '../../scripts/kibana_version';
import { storedDocuments } from '../kibana';
import { answerOf, ask, problem, signIn } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { atRest, quickTasks, recordOf, taskDocuments } from './support/run_stage';
import { aSetupRequest } from '../support/builders/a_setup_request';

let env: AzureKibana;
afterEach(() => env.clear());

const who = { space: 'marketing' };
const documents = (folder: string) => storedDocuments(env.home, folder);
const armWrites = () =>
  env.simulator.requests.filter(
    ({ host, method }) => host === 'management.azure.com' && /PUT|PATCH|DELETE/.test(method),
  );

it('a Kibana whose tasks lose their space starts setups in the default space only, and reports it before', async () => {
  env = await setUpAzureKibana({ version: latestPatches['9.2'] });
  const kibana = await env.start({ settings: quickTasks });
  const { verdicts } = await answerOf(kibana, 'environment', who);
  expect(verdicts.find(({ check }) => check === 'task_space')).toMatchObject({
    status: 'fail',
    problem: { code: 'space_not_supported', detail: { space: 'marketing' } },
  });
  const session = await signIn(kibana, who);
  const plan = await answerOf(kibana, 'plan', {
    ...who,
    body: { session, request: aSetupRequest() },
  });
  expect(plan.verdicts.find(({ check }) => check === 'task_space')?.status).toBe('fail');
  const body = { session, runId: randomUUID(), request: aSetupRequest() };
  const start = { ...who, body };
  expect(await ask(kibana, 'startRun', start)).toMatchObject(problem('space_not_supported'));
  expect([documents('tasks'), documents('api_keys'), armWrites()]).toEqual([[], [], []]);

  const inDefault = await answerOf(kibana, 'environment');
  expect(inDefault.verdicts.find(({ check }) => check === 'task_space')?.status).toBe('pass');
});

it('a task that runs in another space stops before it creates anything', async () => {
  env = await setUpAzureKibana();
  const kibana = await env.start({ settings: { ...quickTasks, 'host.tasks.spaceIsLost': true } });
  const session = await signIn(kibana, who);
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', {
    ...who,
    body: { session, runId, request: aSetupRequest() },
  });
  expect(await atRest(kibana, runId, who)).toMatchObject({
    status: 'blocked',
    problem: { code: 'space_not_supported', detail: { space: 'marketing' } },
  });
  expect([armWrites(), documents('connectors')]).toEqual([[], []]);
  expect([await recordOf(env.home, runId)]).toEqual(taskDocuments(env.home));
});
