import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { inferenceIdOf } from '../../common/targets/inference_id';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { credentials } from '../azure';
import { difference, everything } from '../chaos/inventory';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, signIn } from './support/ask';
import { defaultKey, defaultModelIn, inConsole, setSettings } from './support/kibana_apis';
import { until } from '../kibana';
import { atRest, quickTasks } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

/** All Kibana privileges, and no Elasticsearch privileges. */
const settings = {
  ...quickTasks,
  'host.roles': { kibana_only: { features: { azureOpenaiSetup: 'all', actions: 'all' } } },
  'host.users': [{ username: 'kibana_only', password: 'changeme', roles: ['kibana_only'] }],
};
const stage = useAzureKibana({ version: '9.4.6', world: 'owner', settings });

const endpoints = () => inConsole(stage.kibana, 'GET', '_inference/chat_completion/_all');
const endpointsShape = v.object({ endpoints: v.array(v.object({ inference_id: v.string() })) });

const wanted = (change: Partial<SetupRequest> = {}) =>
  aSetupRequest({ target: 'inference_endpoint', ...change });
const started = (request = wanted()) => stage.carriedOut(request);
const undone = ({ runId }: Run) => stage.undone(runId);
const setDefault = (value: string | null) => setSettings(stage.kibana, { [defaultKey]: value });

beforeEach(() => setDefault(null));
afterEach(async () => {
  for (const { inference_id: id } of v.parse(endpointsShape, await endpoints()).endpoints) {
    await inConsole(stage.kibana, 'DELETE', `_inference/${id}?force=true`);
  }
});

const stepsOf = ({ steps }: Run) => steps.map(({ step, status }) => [step, status]);

it('a run creates an inference endpoint, asks it, and undo deletes it', async () => {
  const before = await everything(stage.env);
  const run = await started();
  expect(run.problem).toBeUndefined();
  const id = inferenceIdOf(run.request, run.runId);
  expect(stepsOf(run).slice(-2)).toEqual([
    ['inference_endpoint', 'done'],
    ['first_answer', 'done'],
  ]);
  expect(stepsOf(run).map(([step]) => step)).not.toContain('target');
  expect(run.answer?.text).not.toBe('');
  expect(run.answer?.probes?.map(({ probe, status }) => [probe, status])).toEqual([
    ['assistants', 'pass'],
    ['stream', 'pass'],
    ['tools', 'pass'],
  ]);
  expect(await endpoints()).toMatchObject({
    endpoints: [{ inference_id: id, service: 'azureopenai' }],
  });

  await answerOf(stage.kibana, 'useDefaultModel', { runId: run.runId, body: { on: true } });
  const { defaultModel } = await answerOf(stage.kibana, 'defaultModel', { runId: run.runId });
  expect(defaultModel.isThis).toBe(true);

  expect((await undone(run)).status).toBe('undone');
  expect(await endpoints()).toEqual({ endpoints: [] });
  expect(difference(before, await everything(stage.env))).toEqual([]);
});

it.each([
  ['another inference endpoint', true],
  ['none', false],
])('undo restores the default model when it was %s before', async (_, hasFormer) => {
  const { request, runId: otherId } = await started();
  const former = hasFormer ? inferenceIdOf(request, otherId) : undefined;
  await setDefault(former ?? null);
  const { runId } = await started(wanted({ accountName: 'own', customSubDomainName: 'own' }));
  const replaces = former && { replaces: former };
  await answerOf(stage.kibana, 'useDefaultModel', { runId, body: { on: true, ...replaces } });
  const run = await atRest(stage.kibana, runId);
  expect(await defaultModelIn(stage.kibana)).toBe(inferenceIdOf(run.request, runId));
  expect((await undone(run)).defaultModel).toMatchObject({ undone: 'restored' });
  expect(await defaultModelIn(stage.kibana)).toBe(former);
});

it('undo leaves a default model that was set since', async () => {
  const { runId } = await started();
  await answerOf(stage.kibana, 'useDefaultModel', { runId, body: { on: true } });
  await setDefault('their-endpoint');
  const run = await undone(await atRest(stage.kibana, runId));
  expect(run.defaultModel).toMatchObject({ undone: 'changed' });
  expect(await defaultModelIn(stage.kibana)).toBe('their-endpoint');
});

it('both targets are created and deleted when a person wants both', async () => {
  const run = await started(wanted({ target: 'both' }));
  expect(run.status).toBe('finished');
  expect(stepsOf(run).map(([step]) => step)).toEqual(
    expect.arrayContaining(['target', 'inference_endpoint']),
  );
  expect((await undone(run)).steps.map(({ step, status }) => [step, status])).toEqual(
    expect.arrayContaining([
      ['target', 'removed'],
      ['inference_endpoint', 'removed'],
    ]),
  );
});

it('undo keeps an endpoint that a pipeline uses, and names the pipeline', async () => {
  const run = await started();
  const id = inferenceIdOf(run.request, run.runId);
  await inConsole(stage.kibana, 'PUT', '_ingest/pipeline/summaries', {
    processors: [{ inference: { model_id: id } }],
  });
  const after = await undone(run);
  expect(after.steps.find(({ step }) => step === 'inference_endpoint')).toMatchObject({
    status: 'kept',
    problem: { code: 'inference_endpoint_in_use', detail: { name: id, uses: 'summaries' } },
  });
  expect(await endpoints()).toMatchObject({ endpoints: [{ inference_id: id }] });
});

it('a run does not start when an endpoint of another run has its id', async () => {
  const first = await started();
  const runId = `${first.runId.slice(0, 8)}${randomUUID().slice(8)}`;
  const body = { session: stage.session, runId, request: wanted() };
  const answer = await ask(stage.kibana, 'startRun', { body });
  expect(answer).toMatchObject({
    status: 422,
    body: { attributes: { problem: { code: 'inference_endpoint_conflict' } } },
  });
});

it.each([
  ['before', {}],
  ['after', { after: 'action' as const }],
])(
  'the run goes on when Kibana is killed %s Azure answered the creation',
  async (_when, moment) => {
    const { state } = stage.simulator;
    const fault = {
      match: { method: 'POST', path: '/chat/completions' },
      times: 1,
      action: { hangMs: 600_000, ...moment },
    };
    state.faults = [fault];
    const runId = await stage.start(wanted());
    await until(
      () => fault.times,
      (times) => times === 0,
    );
    await stage.kibana.kill();
    state.faults = [];
    await stage.restart();
    const run = await atRest(stage.kibana, runId);
    expect(run.status).toBe('finished');
    expect((await undone(run)).status).toBe('undone');
    expect(await endpoints()).toEqual({ endpoints: [] });
  },
);

it('a person without the cluster privileges cannot start, and learns which are missing', async () => {
  const own = await signIn(stage.kibana, { as: 'kibana_only' });
  const answer = await ask(stage.kibana, 'startRun', {
    as: 'kibana_only',
    body: { session: own, runId: randomUUID(), request: wanted() },
  });
  const privileges = 'manage_inference, monitor_inference';
  expect(answer).toMatchObject({
    status: 422,
    body: {
      attributes: { problem: { code: 'inference_privilege_missing', detail: { privileges } } },
    },
  });
});

describe('without keys', () => {
  const { clientId: applicationId, clientSecret } = credentials.inference;
  const withoutKeys = wanted({ authentication: 'entra_id', applicationId });

  it('a run assigns the role, creates the endpoint, and undo takes both back', async () => {
    const before = await everything(stage.env);
    const run = await stage.carriedOut(withoutKeys, { session: await stage.withApplication() });
    expect(run.problem).toBeUndefined();
    expect(stepsOf(run).map(([step]) => step)).toEqual(
      expect.arrayContaining(['role_assignment', 'inference_endpoint']),
    );
    expect(run.answer?.probes?.every(({ status }) => status === 'pass')).toBe(true);
    const created = difference(before, await everything(stage.env));
    expect(created.filter((line) => /role assignment|inference endpoint/.test(line))).toHaveLength(
      2,
    );
    const found = JSON.stringify(await endpoints());
    expect(found).toContain(applicationId);
    expect(found).not.toContain(clientSecret);
    expect(await stage.env.log()).not.toContain(clientSecret);
    expect(JSON.stringify(run)).not.toContain(clientSecret);
    expect((await undone(run)).status).toBe('undone');
    expect(await endpoints()).toEqual({ endpoints: [] });
    expect(difference(before, await everything(stage.env))).toEqual([]);
  });

  it('a run stops for the secret when the session has none, and goes on with it', async () => {
    const run = await started(withoutKeys);
    expect(run).toMatchObject({
      status: 'blocked',
      problem: { code: 'application_secret_missing' },
    });
    const session = await stage.withApplication();
    expect((await stage.resumed(run.runId, { session })).status).toBe('finished');
  });
});
