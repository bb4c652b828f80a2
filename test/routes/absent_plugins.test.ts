import { randomUUID } from 'node:crypto';
import type { Kibana } from '../kibana';
import { answerOf, asApplication, ask, problem, signIn } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { atRest, quickTasks } from './support/run_stage';
import { aSetupRequest } from '../support/builders/a_setup_request';

let env: AzureKibana;
beforeAll(async () => {
  env = await setUpAzureKibana({ world: 'empty' });
});
afterAll(() => env.clear());
beforeEach(() => env.simulator.reset('empty', 'instant'));

const without = (absent: string[], settings: Record<string, unknown> = {}) =>
  env.start({ settings: { ...quickTasks, 'host.absentPlugins': absent, ...settings } });

const carriedOut = async (kibana: Kibana, session: string, request = aSetupRequest()) => {
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', { body: { session, runId, request } });
  return atRest(kibana, runId);
};

test.each([
  [
    'every plugin that it can do without',
    ['home', 'management', 'share', 'spaces', 'usageCollection'],
    {},
  ],
  ['nothing, below a base path', [], { 'server.basePath': '/kbn', 'server.rewriteBasePath': true }],
])('without %s, a setup is planned and run', async (_what, absent, settings) => {
  const kibana = await without(absent, settings);
  const session = await signIn(kibana);
  const plan = await answerOf(kibana, 'plan', { body: { session, request: aSetupRequest() } });
  expect(plan.verdicts.filter(({ status }) => status === 'fail')).toEqual([]);
  expect(await carriedOut(kibana, session)).toMatchObject({ status: 'finished' });
  await kibana.stop();
});

test('without the plugin inference, a run says that the assistants were not tested', async () => {
  const newer = await setUpAzureKibana({ speed: 'instant', version: '9.4.6' });
  try {
    const kibana = await newer.start({
      settings: { ...quickTasks, 'host.absentPlugins': ['inference', 'searchInferenceEndpoints'] },
    });
    const session = await signIn(kibana);
    const request = aSetupRequest({ target: 'inference_endpoint' });
    const { status, answer } = await carriedOut(kibana, session, request);
    expect(status).toBe('finished');
    expect(answer?.probes).toEqual([
      { probe: 'assistants', status: 'untested', problem: { code: 'assistants_untested' } },
      { probe: 'stream', status: 'pass' },
      { probe: 'tools', status: 'pass' },
    ]);
  } finally {
    await newer.clear();
  }
});

test('without security, the page says why nothing can be set up, and accepts no sign-in', async () => {
  const kibana = await without(['security']);
  const { verdicts } = await answerOf(kibana, 'environment', { as: null });
  const failed = verdicts.filter(({ status }) => status === 'fail');
  expect(failed.map(({ check }) => check)).toEqual(['api_keys']);
  const answer = await ask(kibana, 'signIn', { as: null, body: asApplication() });
  expect(answer).toMatchObject(problem('api_keys_disabled'));
  const called = env.simulator.requests.map(({ path }) => path);
  expect(called.filter((path) => path.includes('/token'))).toEqual([]);
  await kibana.stop();
});
