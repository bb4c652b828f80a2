import { readFileSync } from 'node:fs';
import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { ClientSecretCredential, DeviceCodeCredential } from '@azure/identity';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { armCalls, items, pick } from './arm_calls';
import { requestsThrough } from './requests_through';
import type { Simulator } from './simulator';
import { useSimulator } from './use_simulator';
import { credentials, ids } from './worlds/people';

let simulator: Simulator;
useSimulator((started) => (simulator = started));
beforeEach(() => simulator.reset('empty', 'instant'));

const throughProxy = (): HttpClient => {
  const inner = createDefaultHttpClient();
  const agent = new HttpsProxyAgent(simulator.proxyUrl);
  const ca = readFileSync(simulator.caFile);
  return {
    sendRequest: (request) => {
      request.agent = agent;
      request.requestOverrides = { ca };
      return inner.sendRequest(request);
    },
  };
};

const sdk = (httpClient: HttpClient) => {
  const { tenant, clientId, clientSecret } = credentials.good;
  const credential = new ClientSecretCredential(tenant, clientId, clientSecret, { httpClient });
  return new CognitiveServicesManagementClient(credential, ids.main, {
    httpClient,
    retryOptions: { maxRetries: 0 },
  });
};

describe('with Microsoft’s SDK', () => {
  it('creates an account and a deployment, reads the keys, and chats', async () => {
    const client = sdk(throughProxy());
    const ask = requestsThrough(simulator);
    simulator.state.world.groups.push({
      subscriptionId: ids.main,
      name: 'rg',
      location: 'eastus2',
      tags: {},
      locks: [],
      others: [],
    });

    const account = await client.accounts.beginCreateAndWait('rg', 'kbn', {
      location: 'eastus2',
      kind: 'OpenAI',
      sku: { name: 'S0' },
      properties: { customSubDomainName: 'kbn-7f3a' },
    });
    expect(account.properties?.provisioningState).toBe('Succeeded');
    expect(account.properties?.endpoint).toBe('https://kbn-7f3a.openai.azure.com/');

    const deployment = await client.deployments.beginCreateOrUpdateAndWait('rg', 'kbn', 'chat', {
      sku: { name: 'GlobalStandard', capacity: 80 },
      properties: { model: { format: 'OpenAI', name: 'gpt-5.2', version: '2025-12-11' } },
    });
    expect(deployment.properties?.rateLimits).toContainEqual(
      expect.objectContaining({ key: 'token', count: 80_000 }),
    );

    const { key1 } = await client.accounts.listKeys('rg', 'kbn');
    const answer = await ask(
      'https://kbn-7f3a.openai.azure.com/openai/deployments/chat/chat/completions?api-version=2024-10-21',
      {
        headers: { 'api-key': key1 ?? '' },
        body: { messages: [{ role: 'user', content: 'ping' }] },
      },
    );
    expect(answer.json).toMatchObject({
      model: 'gpt-5.2-2025-12-11',
      choices: [{ message: { content: 'pong' }, finish_reason: 'stop' }],
    });
  });

  it('lists models for both kinds of account and the quota that belongs to them', async () => {
    const client = sdk(throughProxy());
    const models = [];
    for await (const entry of client.models.list('eastus2')) models.push(entry);
    const gpt = models.filter(({ model }) => model?.name === 'gpt-5.2');
    expect(gpt.map(({ kind }) => kind).sort()).toEqual(['AIServices', 'OpenAI']);

    const usages = [];
    for await (const usage of client.usages.list('eastus2')) usages.push(usage);
    const wanted = gpt[0]?.model?.skus?.find(({ name }) => name === 'GlobalStandard')?.usageName;
    expect(usages.find(({ name }) => name?.value === wanted)).toMatchObject({
      currentValue: 0,
      limit: 1_000,
    });
  });

  it('follows nextLink over an empty page', async () => {
    simulator.reset('established');
    const { ask, authorization } = await armCalls(simulator);
    const sizes: number[] = [];
    let url: unknown = `https://management.azure.com/subscriptions/${ids.main}/resourcegroups?api-version=2021-04-01`;
    while (typeof url === 'string') {
      const { json } = await ask(url, { headers: { authorization } });
      sizes.push(items(json, 'value').length);
      url = pick(json, 'nextLink');
    }
    expect(sizes).toEqual([2, 0, 2, 1]);
  });

  it('reports a failed operation as the SDK does: without a code', async () => {
    simulator.state.faults = [
      {
        match: { method: 'PUT', path: '/accounts/kbn' },
        times: 1,
        action: { failOperation: { code: 'InsufficientQuota', message: 'No quota.' } },
      },
    ];
    simulator.state.world.groups.push({
      subscriptionId: ids.main,
      name: 'rg',
      location: 'eastus2',
      tags: {},
      locks: [],
      others: [],
    });
    const failed = sdk(throughProxy()).accounts.beginCreateAndWait('rg', 'kbn', {
      location: 'eastus2',
      kind: 'OpenAI',
      sku: { name: 'S0' },
      properties: {},
    });
    await expect(failed).rejects.toThrow(/InsufficientQuota/);
  });

  it('signs a person in by device code', async () => {
    const credential = new DeviceCodeCredential({
      tenantId: ids.contoso,
      httpClient: throughProxy(),
      userPromptCallback: ({ userCode, verificationUri }) => {
        expect(verificationUri).toBe('https://microsoft.com/devicelogin');
        void fetch(`${simulator.controlUrl}/device`, {
          method: 'POST',
          body: new URLSearchParams({
            code: userCode,
            user: 'ada@contoso.com',
            decision: 'accept',
          }),
        });
      },
    });
    const token = await credential.getToken('https://management.azure.com/.default');
    const ask = requestsThrough(simulator);
    const { json } = await ask('https://management.azure.com/tenants?api-version=2022-12-01', {
      headers: { authorization: `Bearer ${token.token}` },
    });
    expect(json).toMatchObject({ value: [{ displayName: 'Contoso' }] });
  });
});

describe('the proxy', () => {
  it('refuses and records hosts that are not Azure’s', async () => {
    // The agent hands a refused CONNECT on as the answer itself.
    const answer = await requestsThrough(simulator)('https://example.com/');
    expect(answer.status).toBe(403);
    expect(simulator.requests).toEqual([
      expect.objectContaining({ host: 'example.com', method: 'CONNECT', status: 403 }),
    ]);
  });

  it('does not resolve a subdomain that no account holds', async () => {
    const answer = await requestsThrough(simulator)('https://no-such-account.openai.azure.com/');
    expect(answer.status).toBe(502);
    expect(simulator.requests.at(-1)).toMatchObject({ method: 'CONNECT', status: 502 });
  });
});
