import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aGroup, startSimulator, type Simulator } from '../../azure';
import { account, address, azure, key } from '../../support/builders/an_endpoint';
import { clientPlugin } from '../elasticsearch/client_plugin';
import type { Kibana } from '../start_kibana';
import { call, cleanUp, newHome, runKibana } from '../test_kibana';

const tools = {
  find: {
    description: 'Finds',
    schema: { type: 'object', properties: { q: { type: 'string' } }, required: ['q'] },
  },
};
const messages = [{ role: 'user', content: 'ping' }];
const containing = (part: string): unknown => expect.stringContaining(part);

describe("Kibana's plugin inference", () => {
  let home: string;
  let folder: string;
  let simulator: Simulator;
  let kibana: Kibana;

  const start = async (version: string, settings: Record<string, unknown> = {}) => {
    kibana = await runKibana(home, {
      version,
      env: { NODE_EXTRA_CA_CERTS: simulator.caFile },
      settings: {
        'xpack.actions.proxyUrl': simulator.proxyUrl,
        'host.elasticsearch.network': simulator.proxyUrl,
        'host.roles': {
          manager: {
            features: { testPlugin: 'all', actions: 'all' },
            cluster: ['manage_inference'],
          },
          local: { features: { testPlugin: 'all', actions: 'all' } },
        },
        ...settings,
      },
    });
  };
  const ask = async (api: string, args: unknown[], as = 'manager') =>
    (await call(kibana, 'POST', '/internal/test/call', { as, body: { api, args } })).body;
  const chat = (more: object, as?: string) =>
    ask('chat.complete', [{ connectorId: address.inference_id, messages, ...more }], as);
  const createEndpoint = (deployment = 'gpt-4.1') =>
    ask('inference.put', [
      {
        ...address,
        inference_config: {
          service: 'azureopenai',
          service_settings: { ...azure, deployment_id: deployment, api_key: key },
        },
      },
    ]);
  const createConnector = () =>
    call(kibana, 'POST', '/api/actions/connector/stack', {
      as: 'manager',
      body: {
        name: 'Stack',
        connector_type_id: '.gen-ai',
        config: {
          apiProvider: 'Azure OpenAI',
          apiUrl:
            'https://kibana-openai.openai.azure.com/openai/deployments/gpt-4.1/chat/completions?api-version=2025-04-01-preview',
        },
        secrets: { apiKey: key },
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'inference-'));
    simulator = await startSimulator({ dir: folder });
  });
  beforeEach(async () => {
    simulator.reset('empty');
    simulator.state.world.groups = [aGroup('rg', 'eastus2')];
    simulator.state.world.accounts = [structuredClone(account)];
    const manifest = { kibanaVersion: 'kibana', optionalPlugins: ['inference', 'spaces'] };
    home = await newHome({ server: clientPlugin, manifest });
  });
  afterEach(cleanUp);
  afterAll(async () => {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lists connectors only on 9.3', async () => {
    await start('9.3.8');
    await createConnector();
    await createEndpoint();
    expect(await ask('list.getConnectorList', [])).toEqual({
      value: [expect.objectContaining({ connectorId: 'stack', type: '.gen-ai' })],
    });
    expect(await chat({})).toMatchObject({ error: { code: 'requestError' } });
    expect(await chat({ connectorId: 'stack' })).toEqual({
      value: { content: 'pong', toolCalls: [] },
    });
  });

  it('lists endpoints from 9.4 on, for those who cannot ask them, too', async () => {
    await start('9.4.9');
    await createConnector();
    await createEndpoint();
    const list = [
      { connectorId: 'stack', name: 'Stack', type: '.gen-ai' },
      { connectorId: address.inference_id, type: '.inference', isInferenceEndpoint: true },
    ];
    expect(await ask('list.getConnectorList', [], 'local')).toMatchObject({ value: list });
    expect(await chat({}, 'local')).toMatchObject({
      error: { code: 'internalError', message: containing('security_exception - action') },
    });
    expect(await chat({})).toEqual({ value: { content: 'pong', toolCalls: [] } });
    const called = { function: { name: 'find', arguments: { q: 'example' } } };
    expect(await chat({ tools })).toMatchObject({ value: { toolCalls: [called] } });
    expect(await chat({ stream: true })).toMatchObject({
      value: [
        { type: 'chatCompletionChunk', content: 'pong' },
        { type: 'chatCompletionTokenCount' },
        { type: 'chatCompletionMessage', content: 'pong' },
      ],
    });
  });

  it('asks with temperature 0 up to 9.4.5, which a reasoning model refuses', async () => {
    await start('9.4.5');
    await createEndpoint('gpt-5.2');
    expect(await chat({})).toMatchObject({
      error: {
        code: 'internalError',
        message: containing("status [400]. Error message: [Unsupported value: 'temperature'"),
      },
    });
    await kibana.stop();
    await start('9.4.6');
    expect(await chat({})).toMatchObject({ value: { content: 'pong' } });
  });

  it('sends tools without reasoning, which Elasticsearch refuses for Azure, where it is told to', async () => {
    await start('9.6.0', { 'host.inference.adapter': 'no_reasoning' });
    await createEndpoint();
    expect(await chat({})).toMatchObject({ value: { content: 'pong' } });
    expect(await chat({ tools })).toMatchObject({
      error: { code: 'internalError', message: containing('does not support reasoning') },
    });
    await kibana.stop();
    await start('9.6.0');
    expect(await chat({ tools })).toMatchObject({
      value: { toolCalls: [{ function: { name: 'find' } }] },
    });
  });
});
