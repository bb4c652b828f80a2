import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { mainTargetIdOf } from '../../common/targets/inference_id';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import type { Kibana } from '../kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, signIn, type Answer } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { createConnector, defaultKey, deleteConnector, setSettings } from './support/kibana_apis';
import { atRest, quickTasks } from './support/run_stage';

const chatPath = '/openai/deployments/gpt-5.2/chat/completions?api-version=2025-01-01-preview';
const byHand = randomUUID();
const settings = {
  ...quickTasks,
  'host.roles': {
    reader: { features: { azureOpenaiSetup: 'read', actions: 'read' } },
    no_connectors: { features: { azureOpenaiSetup: 'all' } },
  },
  'host.users': [
    { username: 'reader', password: 'changeme', roles: ['reader'] },
    { username: 'no_connectors', password: 'changeme', roles: ['no_connectors'] },
  ],
  'host.references': { [byHand]: 3 },
  'host.featureModels': { streams: [byHand] },
  'xpack.actions.preconfigured': {
    shown: {
      ...{ actionTypeId: '.gen-ai', name: 'Of kibana.yml', exposeConfig: true },
      config: { apiProvider: 'Azure OpenAI', apiUrl: `https://other.openai.azure.com${chatPath}` },
      secrets: { apiKey: 'key' },
    },
    hidden: {
      ...{ actionTypeId: '.gen-ai', name: 'Hidden' },
      config: { apiProvider: 'Azure OpenAI', apiUrl: `https://other.openai.azure.com${chatPath}` },
      secrets: { apiKey: 'key' },
    },
  },
};

let env: AzureKibana;
let kibana: Kibana;
let session: string;
const start = async (version: string, more: Record<string, unknown> = {}) => {
  env = await setUpAzureKibana({ speed: 'instant', version });
  kibana = await env.start({ settings: { ...settings, ...more } });
  session = await signIn(kibana);
};
afterEach(() => env.clear());

const createByHand = (
  apiUrl: string,
  id = byHand,
  config: Record<string, string> = { apiProvider: 'Azure OpenAI' },
) => createConnector(kibana, id, 'By hand', { ...config, apiUrl });
const valuesOf = async (targetId: string) =>
  (await answerOf(kibana, 'reusedValues', { body: { session, targetId } })).values;
const setDefault = (value: string | null) => setSettings(kibana, { [defaultKey]: value });

const carriedOut = async (request: SetupRequest): Promise<Run> => {
  const runId = randomUUID();
  await answerOf(kibana, 'startRun', { body: { session, runId, request } });
  const run = await atRest(kibana, runId);
  expect(run).toMatchObject({ status: 'finished' });
  return run;
};
const undone = async ({ runId }: Run): Promise<Run> => {
  await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
  return atRest(kibana, runId);
};
const listed = async () => (await answerOf(kibana, 'migration')).connectors;
const problemIn = v.object({ attributes: v.object({ problem: v.unknown() }) });
const problemOf = ({ body }: Answer) => v.parse(problemIn, body).attributes.problem;
const problemOfMoving = async (targetId: string) =>
  problemOf(await ask(kibana, 'reusedValues', { body: { session, targetId } }));
const host = 'kibana-openai-4f2a.openai.azure.com';
const here = `https://${host}${chatPath}`;

it('every connector to Azure is listed with its uses or why it cannot be migrated, and no other', async () => {
  await start('9.5.4');
  const own = await carriedOut(aSetupRequest());
  await createByHand(here);
  await createByHand('https://api.openai.com/v1/chat/completions', randomUUID(), {
    apiProvider: 'OpenAI',
  });
  await createByHand(`https://azure.example.com${chatPath}`, randomUUID());
  await createByHand(`https://openai.azure.com.example.com${chatPath}`, randomUUID());
  await createByHand(`https://${host}/openai/v1/chat/completions`, randomUUID());
  await setDefault(byHand);
  const { reason, connectors } = await answerOf(kibana, 'migration');
  expect(reason).toBe('connector_deprecated');
  const unknown = connectors.filter(({ refusals }) => refusals.length > 0);
  expect(unknown.map(({ host: at, refusals }) => [at, ...refusals]).sort()).toEqual([
    ['azure.example.com', 'connector_host_unknown'],
    [host, 'connector_deployment_unknown'],
    ['openai.azure.com.example.com', 'connector_host_unknown'],
  ]);
  expect(connectors.filter(({ refusals }) => refusals.length === 0)).toEqual([
    expect.objectContaining({ id: own.runId, endpointIds: [], refusals: [] }),
    {
      ...{ id: byHand, name: 'By hand', host, deploymentName: 'gpt-5.2' },
      ...{ isPreconfigured: false, endpointIds: [], refusals: [] },
      uses: { isDefault: true, onlyDefault: false, features: ['Streams'], references: 3 },
    },
    expect.objectContaining({
      ...{ id: 'shown', isPreconfigured: true, host: 'other.openai.azure.com' },
      uses: { isDefault: false, onlyDefault: false, features: [] },
    }),
  ]);
  expect(await ask(kibana, 'migration', { as: 'no_connectors' })).toMatchObject({
    body: { reason: 'connector_deprecated', connectors: [] },
  });
});

it('a host of another cloud says why it gets no endpoint, and so does a missing privilege', async () => {
  await start('9.6.0');
  await createByHand(`https://contoso.openai.azure.us${chatPath}`);
  await createByHand(`https://eastus2.api.cognitive.microsoft.com${chatPath}`, randomUUID());
  const { reason, connectors } = await answerOf(kibana, 'migration');
  expect(reason).toBe('connector_not_offered');
  expect(Object.fromEntries(connectors.map((one) => [one.host, one.refusals]))).toEqual({
    'contoso.openai.azure.us': ['endpoint_needs_public_cloud'],
    'eastus2.api.cognitive.microsoft.com': [],
    'other.openai.azure.com': [],
  });
  const asReader = await answerOf(kibana, 'migration', { as: 'reader' });
  expect(asReader.connectors[2]?.refusals).toEqual([
    'endpoint_needs_manage_privilege',
    'endpoint_needs_monitor_privilege',
  ]);
});

it('on 9.4.0, a connector whose model fails through an endpoint says why it is not migrated', async () => {
  await start('9.4.0');
  await createByHand(here);
  const azure = { apiProvider: 'Azure OpenAI' };
  const chat = here.replace('/gpt-5.2/', '/chat/');
  const [refusing, accepting] = [randomUUID(), randomUUID()];
  await createByHand(chat, refusing, { ...azure, defaultModel: 'gpt-5.2' });
  await createByHand(here, accepting, { ...azure, defaultModel: 'gpt-4.1' });
  const refusals = new Map((await listed()).map((one) => [one.id, one.refusals]));
  expect(refusals.get(byHand)).toEqual(['temperature_refused']);
  expect(refusals.get(refusing)).toEqual(['temperature_refused']);
  expect(refusals.get(accepting)).toEqual([]);
});

it('on 9.4, the reason is what the next version does', async () => {
  await start('9.4.6');
  await createByHand(here);
  expect((await answerOf(kibana, 'migration')).reason).toBe('connector_deprecated_later');
});

it('every host and form under which Azure serves a deployment leads to its resource', async () => {
  await start('9.5.4');
  const { request } = await carriedOut(aSetupRequest());
  const { subscriptionId, accountName, deploymentName } = request;
  const v1 = '/openai/v1/chat/completions';
  const model = { defaultModel: 'GPT-5.2' };
  const forms: Array<[url: string, config?: Record<string, string>]> = [
    [`https://${accountName}.cognitiveservices.azure.com${chatPath}`],
    [`https://${accountName}.services.ai.azure.com${chatPath}`],
    [`https://eastus2.api.cognitive.microsoft.com${chatPath}`],
    [`https://${host}${v1}`, { apiProvider: 'OpenAI', ...model }],
    [`https://${host}${v1}`, { apiProvider: 'Other', ...model }],
    [`https://${host}${v1}`, { apiProvider: 'Azure OpenAI', ...model }],
    [`https://eastus2.api.cognitive.microsoft.com${v1}`, { apiProvider: 'Other', ...model }],
  ];
  for (const [url, config] of forms) {
    const id = randomUUID();
    await createByHand(url, id, config);
    expect(await listed()).toContainEqual(expect.objectContaining({ id, refusals: [] }));
    expect(await valuesOf(id)).toMatchObject({ subscriptionId, accountName, deploymentName });
  }
});

it('a regional host leads to the one resource of the region with the deployment, or says why not', async () => {
  await start('9.5.4');
  await carriedOut(aSetupRequest());
  await createByHand(`https://eastus2.api.cognitive.microsoft.com${chatPath}`);
  const { world } = env.simulator.state;
  const [account] = world.accounts;
  if (!account) throw new Error('no account');
  const problemAmong = async (...changes: Array<Partial<typeof account>>) => {
    world.accounts = changes.map((change) => ({ ...structuredClone(account), ...change }));
    return problemOfMoving(byHand);
  };
  const second = { name: 'second', customSubDomainName: 'second' };
  expect(await problemAmong({}, second)).toEqual({
    code: 'connector_resource_ambiguous',
    detail: {
      host: 'eastus2.api.cognitive.microsoft.com',
      deployment: 'gpt-5.2',
      names: 'kibana-openai-4f2a, second',
    },
  });
  expect(await problemAmong({ customSubDomainName: undefined })).toMatchObject({
    code: 'subdomain_missing',
  });
  expect(await problemAmong({ location: 'westeurope' })).toMatchObject({
    code: 'connector_resource_not_seen',
  });
  expect(
    await problemAmong({ kind: 'SpeechServices' }, { ...second, deployments: [] }),
  ).toMatchObject({
    code: 'connector_resource_not_seen',
  });
});

it('below 9.4 nothing is offered', async () => {
  await start('9.3.9');
  await createByHand(here);
  expect(await answerOf(kibana, 'migration')).toEqual({ connectors: [] });
});

it('a migration uses the same deployment, keeps the connector, and undo deletes the endpoint only', async () => {
  await start('9.5.4');
  const first = await carriedOut(aSetupRequest());
  await createByHand(here);
  await setDefault(byHand);

  const values = await valuesOf(byHand);
  expect(values).toEqual({
    ...{ subscriptionId: first.request.subscriptionId, resourceGroup: 'kibana-openai' },
    ...{ accountName: 'kibana-openai-4f2a', customSubDomainName: 'kibana-openai-4f2a' },
    ...{ location: 'eastus2', kind: 'OpenAI', networkAccess: 'all' },
    ...{ deploymentName: 'gpt-5.2', modelName: 'gpt-5.2', modelVersion: '2025-12-11' },
    ...{ deploymentType: 'GlobalStandard', capacity: 100 },
    versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
    ...{ target: 'inference_endpoint', authentication: 'api_key' },
  });
  const { request } = await answerOf(kibana, 'recommendation', {
    body: { session, useCase: 'both', fixed: values },
  });
  expect(request).toMatchObject(values);
  const run = await carriedOut(request);
  expect(run.problem).toBeUndefined();
  expect(run.steps.map(({ step, outcome }) => [step, outcome])).toEqual(
    expect.arrayContaining([
      ['account', 'reused'],
      ['model_deployment', 'reused'],
      ['inference_endpoint', 'created'],
    ]),
  );
  const endpointId = mainTargetIdOf(run.request, run.runId);
  const after = (await listed()).find(({ id }) => id === byHand);
  expect(after).toMatchObject({ endpointIds: [endpointId], uses: { isDefault: true } });

  const { runId } = run;
  const kept = await ask(kibana, 'useDefaultModel', { runId, body: { on: true } });
  expect(problemOf(kept)).toMatchObject({ code: 'default_model_changed' });
  await answerOf(kibana, 'useDefaultModel', { runId, body: { on: true, replaces: byHand } });
  expect((await listed()).find(({ id }) => id === byHand)?.uses.isDefault).toBe(false);

  expect(await undone(run)).toMatchObject({
    status: 'undone',
    defaultModel: { undone: 'restored' },
  });
  expect((await listed()).find(({ id }) => id === byHand)).toMatchObject({
    endpointIds: [],
    uses: { isDefault: true },
  });
  expect(env.simulator.state.world.accounts).toHaveLength(1);
});

it('a connector whose resource the sign-in cannot see is a problem that names the host', async () => {
  await start('9.5.4');
  await createByHand(`https://contoso-elsewhere.openai.azure.com${chatPath}`);
  expect(await problemOfMoving(byHand)).toEqual({
    code: 'connector_resource_not_seen',
    detail: { host: 'contoso-elsewhere.openai.azure.com' },
  });
});

it('a deleted connector, and one that cannot be migrated, are problems', async () => {
  await start('9.5.4');
  await createByHand(`https://contoso.azure-api.net${chatPath}`);
  expect(await problemOfMoving(randomUUID())).toEqual({ code: 'connector_gone' });
  expect(await problemOfMoving(byHand)).toEqual({
    code: 'connector_cannot_move',
    detail: { name: 'By hand', reason: 'connector_host_unknown' },
  });
  await deleteConnector(kibana, byHand);
  expect(await problemOfMoving(byHand)).toEqual({ code: 'connector_gone' });
});

it('below 9.4, no connector can be migrated', async () => {
  await start('9.3.9');
  await createByHand(here);
  expect(await problemOfMoving(byHand)).toMatchObject({
    code: 'connector_cannot_move',
    detail: { reason: 'endpoint_needs_newer_kibana' },
  });
});
