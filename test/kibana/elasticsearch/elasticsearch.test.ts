import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { aGroup, startSimulator, type Simulator } from '../../azure';
import type { Kibana, KibanaOptions } from '../start_kibana';
import { call, cleanUp, newHome, runKibana } from '../test_kibana';
import { fieldOf } from '../config/unknown_values';
import { account, address, azure, key } from '../../support/builders/an_endpoint';
import { clientPlugin } from './client_plugin';

const config = (settings: object = { api_key: key }, more: object = {}) => ({
  service: 'azureopenai',
  service_settings: { ...azure, ...settings },
  ...more,
});

const containing = (part: string): unknown => expect.stringContaining(part);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

describe("the host's Elasticsearch", () => {
  let home: string;
  let folder: string;
  let simulator: Simulator;
  let kibana: Kibana;

  const start = (options: Partial<KibanaOptions> = {}) =>
    runKibana(home, {
      env: { NODE_EXTRA_CA_CERTS: simulator.caFile },
      ...options,
      settings: {
        'host.elasticsearch.network': simulator.proxyUrl,
        'host.taskTimeScale': 0.01,
        'host.roles': {
          manager: { features: { testPlugin: 'all' }, cluster: ['manage_inference'] },
          reader: { features: { testPlugin: 'all' }, cluster: ['monitor_inference'] },
          local: { features: { testPlugin: 'all' } },
        },
        ...options.settings,
      },
    });
  const esCall = async (api: string, args: unknown[], as = 'manager') =>
    (await call(kibana, 'POST', '/internal/test/call', { as, body: { api, args } })).body;
  const put = (settings?: object, more?: object, change: object = {}, as = 'manager') =>
    esCall(
      'inference.put',
      [{ ...address, inference_config: config(settings, more), ...change }],
      as,
    );
  const get = (as?: string) => esCall('inference.get', [address], as);
  const remove = (change: object = {}) => esCall('inference.delete', [{ ...address, ...change }]);
  const console_ = async (method: string, where: string, body?: unknown) =>
    (
      await call(kibana, 'POST', `/api/console/proxy?method=${method}&path=${where}`, {
        as: 'elastic',
        body,
      })
    ).body;
  const refused = (statusCode: number, type: string, reason: unknown) => ({
    error: { name: 'ResponseError', statusCode, body: { error: { type, reason } } },
  });
  const restart = async (options: Partial<KibanaOptions>) => {
    await kibana.stop();
    kibana = await start(options);
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'elasticsearch-'));
    simulator = await startSimulator({ dir: folder });
  });
  beforeEach(async () => {
    simulator.reset('empty');
    simulator.state.world.groups = [aGroup('rg', 'eastus2')];
    simulator.state.world.accounts = [structuredClone(account)];
    home = await newHome({
      server: clientPlugin,
      manifest: { kibanaVersion: 'kibana', optionalPlugins: ['spaces', 'inference'] },
    });
    kibana = await start();
  });
  afterEach(cleanUp);
  afterAll(async () => {
    await simulator.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('creates an endpoint after one streamed question, keeps it through a kill, and never shows its key', async () => {
    const info = {
      inference_id: address.inference_id,
      task_type: 'chat_completion',
      service: 'azureopenai',
      service_settings: { ...azure, rate_limit: { requests_per_minute: 120 } },
    };
    expect(await put()).toEqual({ value: info });
    const asked = simulator.requests.filter(({ path: asked_ }) =>
      asked_.includes('/chat/completions'),
    );
    expect(asked).toHaveLength(1);
    await kibana.kill();
    kibana = await start();
    expect(await get('reader')).toEqual({ value: { endpoints: [info] } });
    const data = path.join(home, 'data');
    for (const file of await readdir(data, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(await readFile(path.join(file.parentPath, file.name), 'utf8')).not.toContain(key);
    }
    expect(await put()).toMatchObject(
      refused(
        400,
        'resource_already_exists_exception',
        `Inference endpoint [${address.inference_id}] already exists`,
      ),
    );
    expect(await remove()).toMatchObject({ value: { acknowledged: true } });
    expect(await get()).toMatchObject(
      refused(
        404,
        'resource_not_found_exception',
        `Inference endpoint not found [${address.inference_id}]`,
      ),
    );
  });

  it('stores nothing when the question is refused, and nests the status and the message of Azure', async () => {
    const answers = async (settings: object) =>
      fieldOf(fieldOf(fieldOf(await put(settings), 'error'), 'body'), 'error');
    expect(await answers({ api_key: 'wrong' })).toMatchObject({
      type: 'status_exception',
      reason: containing('validation call to service threw an exception'),
      caused_by: {
        reason: matching(/authentication error .* status \[401\]. Error message: \[Access denied/),
      },
    });
    expect(await answers({ api_key: key, deployment_id: 'none' })).toMatchObject({
      caused_by: {
        reason: containing('status [404]. Error message: [The API deployment'),
      },
    });
    expect(await answers({ api_key: key, resource_name: 'no-such-name' })).toMatchObject({
      caused_by: {
        reason: containing('Invalid host'),
        caused_by: { type: 'unknown_host_exception' },
      },
    });
    expect(await get()).toMatchObject({ error: { statusCode: 404 } });
    await restart({ settings: { 'host.elasticsearch.network': undefined } });
    expect(await answers({ api_key: key })).toMatchObject({
      caused_by: {
        reason: containing('Failed to send'),
        caused_by: { type: 'connect_timeout_exception' },
      },
    });
  });

  it('checks in order: parameters, id, privilege, service, license, settings', async () => {
    const bad = { ...address, inference_id: 'Not-An-Id' };
    expect(await put({}, {}, { querystring: { force: true } }, 'local')).toMatchObject(
      refused(400, 'illegal_argument_exception', containing('unrecognized parameter: [force]')),
    );
    expect(await put({}, {}, bad, 'local')).toMatchObject(
      refused(400, 'action_request_validation_exception', containing('Invalid inference_id')),
    );
    expect(await put({}, {}, { inference_id: 'a'.repeat(65) })).toMatchObject({
      error: { statusCode: 400 },
    });
    expect(await put({}, {}, {}, 'reader')).toMatchObject(
      refused(
        403,
        'security_exception',
        containing('granted by the cluster privileges [manage_inference,manage,all]'),
      ),
    );
    expect(await put({}, { service: 'other' })).toMatchObject(
      refused(400, 'status_exception', 'Unknown service [other]'),
    );
    expect(await put({ deployment_id: undefined, api_key: key })).toMatchObject(
      refused(400, 'validation_exception', containing('required setting [deployment_id]')),
    );
    expect(await put({})).toMatchObject(
      refused(400, 'validation_exception', containing('must have exactly one of')),
    );
    expect(await put({ api_key: key, entra_id: 'token' })).toMatchObject(
      refused(400, 'validation_exception', containing('received: [api_key, entra_id]')),
    );
    expect(await put({ api_key: key, model_id: 'gpt' })).toMatchObject(
      refused(400, 'status_exception', containing('model_id=gpt')),
    );
    await restart({ settings: { 'host.license': 'platinum' } });
    expect(await put()).toMatchObject(
      refused(403, 'security_exception', 'current license is non-compliant for [inference]'),
    );
  });

  it('knows chat completions from 9.3 on, OAuth2 and headers from 9.4 on', async () => {
    const oAuth = {
      client_id: 'c0000000-0000-4000-8000-000000000001',
      client_secret: 'a secret',
      tenant_id: '11111111-1111-4111-8111-111111111111',
      scopes: ['https://cognitiveservices.azure.com/.default'],
    };
    expect(await put({ ...oAuth, scopes: undefined })).toMatchObject(
      refused(400, 'validation_exception', containing('missing: [scopes]')),
    );
    expect(await put(oAuth)).toMatchObject({
      error: {
        body: {
          error: {
            caused_by: {
              type: 'exception',
              reason: containing('Failed attempting to retrieve access token'),
              caused_by: { reason: containing('AADSTS7000215') },
            },
          },
        },
      },
    });
    await restart({ version: '9.3.2' });
    expect(await put(oAuth)).toMatchObject({ error: { statusCode: 400 } });
    expect(await put({ api_key: key }, { task_settings: { headers: { a: 'b' } } })).toMatchObject(
      refused(400, 'status_exception', containing('headers={a=b}')),
    );
    expect(await put()).toMatchObject({ value: { inference_id: address.inference_id } });
    await restart({ version: '9.2.4' });
    expect(await put()).toMatchObject(
      refused(400, 'status_exception', containing('does not support task type')),
    );
  });

  it('updates the secret with a live question, and nothing that names the deployment', async () => {
    await put();
    const update = (settings: object, more: object = {}) =>
      esCall('inference.update', [
        { ...address, inference_config: { service_settings: settings, ...more } },
      ]);
    expect(await update({ api_key: account.keys.key2 })).toMatchObject({
      value: { service: 'azureopenai' },
    });
    expect(await update({ rate_limit: { requests_per_minute: 5 } })).toMatchObject({
      error: { statusCode: 400 },
    });
    expect(await update({ api_key: key, deployment_id: 'other' })).toMatchObject({
      error: { statusCode: 400 },
    });
    expect(await update({ api_key: key }, { service: 'azureopenai' })).toMatchObject(
      refused(400, 'status_exception', containing('service=azureopenai')),
    );
    expect(await update({ api_key: 'wrong' })).toMatchObject({ error: { statusCode: 400 } });
    expect(await put()).toMatchObject({
      error: { body: { error: { reason: containing('already exists') } } },
    });
  });

  it('refuses to delete what a pipeline or a field uses, and names both', async () => {
    await put();
    const id = address.inference_id;
    await console_('PUT', '_ingest/pipeline/summaries', {
      processors: [{ inference: { model_id: id } }],
    });
    await console_('PUT', 'notes', {
      mappings: { properties: { body: { type: 'semantic_text', inference_id: id } } },
    });
    expect(await remove()).toMatchObject(
      refused(409, 'status_exception', matching(/pipelines: \[summaries\].*indexes: \[notes\]/)),
    );
    expect(await remove({ dry_run: true })).toMatchObject({
      value: { acknowledged: false, pipelines: ['summaries'], indexes: ['notes'] },
    });
    expect(await remove({ force: true })).toMatchObject({ value: { acknowledged: true } });
  });

  it('says what a person has', async () => {
    const has = (as: string) =>
      esCall(
        'security.hasPrivileges',
        [{ cluster: ['manage_inference', 'monitor_inference'] }],
        as,
      );
    const held = (manage_inference: boolean, monitor_inference: boolean) => ({
      value: { cluster: { manage_inference, monitor_inference } },
    });
    expect(await has('manager')).toMatchObject(held(true, true));
    expect(await has('reader')).toMatchObject(held(false, true));
    expect(await has('local')).toMatchObject(held(false, false));
    expect(await has('elastic')).toMatchObject(held(true, true));
  });
});
