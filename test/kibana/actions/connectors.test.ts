import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCertificate } from '../../azure';
import { goodAnswer, startOpenAiStub, startProxyStub, stopStubs } from '../openai_stub';
import type { Kibana } from '../start_kibana';
import { fieldOf } from '../config/unknown_values';
import { call, cleanUp, logged, newHome, runKibana, type Answer } from '../test_kibana';

const deployment = '/openai/deployments/gpt/chat/completions?api-version=2025-04-01-preview';
const config = { apiProvider: 'Azure OpenAI', apiUrl: `https://res.openai.azure.com${deployment}` };
const secret = 'a key that must not be seen';

const create = (
  kibana: Kibana,
  change: object = {},
  as = 'manager',
  where = '/api',
): Promise<Answer> =>
  call(kibana, 'POST', `${where}/actions/connector/my-connector`, {
    as,
    body: {
      name: 'My connector',
      connector_type_id: '.gen-ai',
      config,
      secrets: { apiKey: secret },
      ...change,
    },
  });
const execute = async (kibana: Kibana, params: object) => {
  const url = '/api/actions/connector/my-connector/_execute';
  return call(kibana, 'POST', url, { body: { params } });
};
const ask = { subAction: 'test', subActionParams: { body: '{"messages":[],"stream":true}' } };

describe('connectors of the embedded Kibana', () => {
  let home: string;

  beforeEach(async () => {
    home = await newHome();
  });
  afterEach(async () => {
    await cleanUp();
    await stopStubs();
  });

  it('isolates connectors by space and hides their secrets', async () => {
    const kibana = await runKibana(home);
    expect(await create(kibana, {}, 'manager', '/s/marketing/api')).toMatchObject({
      status: 200,
      body: {
        id: 'my-connector',
        name: 'My connector',
        connector_type_id: '.gen-ai',
        config,
        is_preconfigured: false,
        is_missing_secrets: false,
      },
    });
    expect((await call(kibana, 'GET', '/api/actions/connectors')).body).toEqual([]);
    const listed = await call(kibana, 'GET', '/s/marketing/api/actions/connectors');
    expect(listed.body).toMatchObject([{ id: 'my-connector', referenced_by_count: 0 }]);
    expect(listed.text).not.toContain(secret);
    for (const file of readdirSync(path.join(home, 'data/connectors'))) {
      expect(readFileSync(path.join(home, 'data/connectors', file), 'utf8')).not.toContain(secret);
    }
    expect(readFileSync(path.join(home, 'data/audit.log'), 'utf8')).toMatch(
      /"action":"connector_create".*"outcome":"unknown".*"space_id":"marketing".*"name":"manager"/,
    );
    const again = await create(kibana, {}, 'manager', '/s/marketing/api');
    expect(again.status).toBe(409);
    const elsewhere = await create(kibana);
    expect(elsewhere.status).toBe(409);
    const here = await call(kibana, 'GET', '/api/actions/connector/my-connector');
    expect(here.status).toBe(404);
    const one = '/s/marketing/api/actions/connector/my-connector';
    const body = { name: 'Renamed', config, secrets: { apiKey: secret } };
    expect(await call(kibana, 'PUT', one, { as: 'reader', body })).toMatchObject({ status: 403 });
    expect((await call(kibana, 'PUT', one, { body })).body).toMatchObject({ name: 'Renamed' });
    expect((await call(kibana, 'DELETE', one)).status).toBe(204);
    expect(await call(kibana, 'DELETE', one)).toMatchObject({
      status: 404,
      body: { message: 'Saved object [action/my-connector] not found' },
    });
  });

  it('validates in Kibana’s order', async () => {
    const kibana = await runKibana(home, { settings: { 'host.license': 'basic' } });
    const refusal = async (change: object, as?: string) => {
      const { status, body } = await create(kibana, change, as);
      return [status, fieldOf(body, 'message')];
    };
    expect(await refusal({ connector_type_id: '.other' }, 'reader')).toEqual([
      403,
      'Unauthorized to create a ".other" action',
    ]);
    expect(await refusal({ connector_type_id: '.other' })).toEqual([
      400,
      'Action type ".other" is not registered.',
    ]);
    const unknownKey = await create(kibana, { config: { ...config, colour: 'red' } });
    expect(unknownKey.status).toBe(400);
    expect(unknownKey.text).toContain('error validating connector type config: ');
    expect(await refusal({ config: { ...config, apiUrl: 'ftp://host/' } })).toEqual([
      400,
      'error validating connector type config: Error configuring OpenAI action: Error: URL Error: Invalid protocol',
    ]);
    expect(await refusal({ secrets: { apiKey: '' } })).toEqual([
      400,
      'error validating connector type secrets: [apiKey]: expected value of type [string] but got [undefined]',
    ]);
    expect(await refusal({})).toEqual([
      403,
      'Action type .gen-ai is disabled because your basic license does not support it. Please upgrade your license.',
    ]);
  });

  it.each([
    ['9.1.0', { contextWindowLength: 1 }, 400],
    ['9.2.0', { contextWindowLength: 1 }, 200],
    ['9.2.0', { temperature: 1 }, 400],
    ['9.3.0', { temperature: 1 }, 200],
    ['9.3.0', { defaultModel: 'gpt' }, 400],
    ['9.4.0', { defaultModel: 'gpt' }, 200],
  ])('in %s answers the config key %j with %i', async (version, key, status) => {
    const old = await newHome({ manifest: { kibanaVersion: version } });
    const kibana = await runKibana(old, { version });
    expect((await create(kibana, { config: { ...config, ...key } })).status).toBe(status);
  });

  it('applies the settings that limit connectors', async () => {
    const hosts = await runKibana(home, {
      settings: { 'xpack.actions.allowedHosts': ['example.com'] },
    });
    expect(await create(hosts)).toMatchObject({
      status: 400,
      body: {
        message: `error validating connector type config: Error configuring OpenAI action: Error: error validating url: target url "${config.apiUrl}" is not added to the Kibana config xpack.actions.allowedHosts`,
      },
    });
    const types = await runKibana(home, {
      settings: { 'xpack.actions.enabledActionTypes': ['.email'] },
    });
    expect(await create(types)).toMatchObject({
      status: 403,
      body: {
        message:
          'action type ".gen-ai" is not enabled in the Kibana config xpack.actions.enabledActionTypes',
      },
    });
    const noKey = await runKibana(home, {
      settings: { 'xpack.encryptedSavedObjects.encryptionKey': undefined },
    });
    expect((await create(noKey)).status).toBe(500);
    await logged(noKey, 'xpack.encryptedSavedObjects.encryptionKey');
  });

  it('calls the provider at the URL as stored, without streaming', async () => {
    const kibana = await runKibana(home);
    const stub = await startOpenAiStub();
    const apiUrl = `http://localhost:${stub.port}${deployment}`;
    await create(kibana, { config: { ...config, apiUrl, headers: { 'x-mine': 'yes' } } });
    expect((await execute(kibana, ask)).body).toEqual({
      connector_id: 'my-connector',
      status: 'ok',
      data: goodAnswer,
    });
    expect(stub.received).toMatchObject([
      {
        url: deployment,
        headers: { 'api-key': secret, 'x-mine': 'yes', 'content-type': 'application/json' },
        body: '{"messages":[],"stream":false}',
      },
    ]);
    const failed = { status: 'error', message: 'an error occurred while running the action' };
    stub.answer.status = 404;
    stub.answer.body = '{"error":{"code":"DeploymentNotFound","message":"No such deployment."}}';
    expect((await execute(kibana, ask)).body).toMatchObject({
      ...failed,
      service_message: 'Status code: 404. Message: API Error: Not Found - No such deployment.',
    });
    stub.answer.status = 401;
    expect((await execute(kibana, ask)).body).toMatchObject({
      service_message: 'Status code: 401. Message: Unauthorized API Error - No such deployment.',
    });
    stub.answer.status = 200;
    stub.answer.body = JSON.stringify({ ...goodAnswer, usage: undefined });
    expect((await execute(kibana, ask)).text).toContain('Response validation failed');
    expect((await execute(kibana, { subAction: 'nothing' })).text).toContain(
      'Sub action \\"nothing\\" is not registered',
    );
  });

  it('reports why there was no response', async () => {
    const kibana = await runKibana(home);
    await create(kibana, { config: { ...config, apiUrl: `https://nowhere.invalid${deployment}` } });
    expect(fieldOf((await execute(kibana, ask)).body, 'service_message')).toMatch(
      /^Status code: undefined\. Message: Unexpected API Error: (ENOTFOUND|EAI_AGAIN) - /,
    );
  });

  it('goes through the proxy, and trusts the certificate authorities of the process', async () => {
    const certificate = createCertificate(['res.openai.azure.com']);
    const ca = path.join(home, 'ca.pem');
    writeFileSync(ca, certificate.cert);
    const stub = await startOpenAiStub(certificate);
    const proxy = await startProxyStub(stub.port);
    const settings = { 'xpack.actions.proxyUrl': `http://localhost:${proxy.port}` };
    const wary = await runKibana(home, { settings });
    await create(wary);
    expect((await execute(wary, ask)).text).toMatch(/Unexpected API Error: \w*SELF_SIGNED\w*/);
    const trusting = await runKibana(home, { settings, env: { NODE_EXTRA_CA_CERTS: ca } });
    expect((await execute(trusting, ask)).body).toMatchObject({ status: 'ok' });
    expect(new Set(proxy.hosts)).toEqual(new Set(['res.openai.azure.com:443']));
    const bypass = { ...settings, 'xpack.actions.proxyBypassHosts': ['res.openai.azure.com'] };
    const around = await runKibana(home, { settings: bypass });
    const before = proxy.hosts.length;
    await execute(around, ask);
    expect(proxy.hosts).toHaveLength(before);
  });
});
