import { credentials, ids } from '../../../../test/azure';
import { answering } from '../../../../test/support/builders/a_sign_in';
import { problemOf } from '../../../../test/support/adapter_stage';
import { useSimulatedAzure, type SimulatedAzure } from '../../../../test/support/simulated_azure';
import { servicePrincipalToken } from '../../sign_in/credentials';
import { createArmAzure } from './arm_azure';
import type { Azure } from '../azure';
import { createModelCache } from './model_cache';

const simulator = useSimulatedAzure();

async function signedIn(change: Parameters<SimulatedAzure['azure']>[0] = {}): Promise<Azure> {
  const azure = await simulator().azure(change);
  simulator().requests.length = 0;
  return azure;
}

/** The adapter with a token that Azure does not know, whose answers all have this body. */
const answeringAlways = (bodyAsText: string) =>
  signedIn({
    accessToken: 'a-token',
    httpClient: answering(simulator().transport('public'), () => ({ status: 200, bodyAsText })),
  });

const subscriptionId = ids.main;
const group = { subscriptionId, resourceGroup: 'rg-kibana' };
const newGroup = { ...group, location: 'eastus2', tags: {} };
const newAccount = {
  ...newGroup,
  accountName: 'kibana-wire',
  kind: 'OpenAI',
  customSubDomainName: 'kibana-wire',
  networkAccess: 'all',
  ipRules: [],
} as const;

describe('the real adapter on the wire', () => {
  it('follows pages, and only on the same host', async () => {
    const azure = await signedIn();
    simulator().state.world.pageSize = 1;
    for (const resourceGroup of ['rg-a', 'rg-b', 'rg-c']) {
      await azure.createResourceGroup({ ...newGroup, resourceGroup });
    }
    const names = (await azure.resourceGroups(subscriptionId)).map(
      ({ resourceGroup }) => resourceGroup,
    );
    expect(names).toEqual(['rg-a', 'rg-b', 'rg-c']);
  });

  it.each(['resourceGroups', 'accounts'] as const)(
    'refuses a next page of %s on another host',
    async (verb) => {
      const azure = await signedIn();
      const body = { value: [], nextLink: 'https://evil.example.com/?page=2' };
      const redirecting = await answeringAlways(JSON.stringify(body));
      expect(await problemOf(redirecting[verb](subscriptionId))).toMatchObject({
        code: 'azure_host_refused',
        detail: { host: 'evil.example.com' },
      });
      expect(
        simulator()
          .requests.map(({ host }) => host)
          .join(),
      ).not.toContain('evil');
      expect(await azure[verb](subscriptionId)).toEqual([]);
    },
  );

  it('never reads a status URL, because a creation is one request', async () => {
    const azure = await signedIn();
    await azure.createResourceGroup(newGroup);
    simulator().requests.length = 0;
    await azure.createAccount(newAccount);
    expect(simulator().called()).toHaveLength(1);
  });

  it('repeats a dropped connection and a busy server', async () => {
    const azure = await signedIn();
    const match = { path: '/resourcegroups' };
    simulator().state.faults = [
      { match, times: 1, action: 'reset' },
      { match, times: 1, action: { status: 503, code: 'Busy', message: 'Busy.' } },
    ];
    expect(await azure.resourceGroups(subscriptionId)).toEqual([]);
  });

  it.each([
    [429, 'SubscriptionRequestsThrottled', 'azure_throttled'],
    [403, 'AuthorizationFailed', 'authorization_failed'],
    [401, 'ExpiredAuthenticationToken', 'session_expired'],
    [400, 'NoRegisteredProviderFound', 'azure_api_version'],
  ])('names a %d %s', async (status, code, problem) => {
    const azure = await signedIn();
    const action = { status, code, message: 'Sorry.' };
    simulator().state.faults = [{ match: { path: 'accounts' }, times: 9, action }];
    const found = await problemOf(azure.accounts(subscriptionId));
    expect(found).toMatchObject({ code: problem, azure: { code, message: 'Sorry.' } });
  });

  it('keeps the details for support', async () => {
    const azure = await signedIn();
    const unknownSubscription = '00000000-0000-4000-8000-000000000000';
    const { azure: words } = await problemOf(azure.accounts(unknownSubscription));
    expect(words?.code).toBe('SubscriptionNotFound');
    expect(words?.correlationId).toMatch(/^[0-9a-f-]{36}$/);
    expect(words?.at).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('refuses an unknown token', async () => {
    const azure = await signedIn({ accessToken: 'no-token' });
    const { code } = await problemOf(azure.resourceGroups(subscriptionId));
    expect(code).toBe('token_rejected');
  });

  it('does not quote a truncated response with a key', async () => {
    const azure = await signedIn();
    await azure.createResourceGroup(newGroup);
    await azure.createAccount(newAccount);
    const key = await azure.accountKey(newAccount);
    const cutting = await answeringAlways(`{"key1":"${key}","key2":`);
    const garbage = await problemOf(cutting.accountKey(newAccount));
    expect(garbage.code).toBe('answer_not_azure');
    expect(JSON.stringify(garbage)).not.toContain(key.slice(0, 8));
    simulator().state.faults = [{ match: { path: 'listKeys' }, times: 9, action: 'truncate' }];
    const problem = await problemOf(azure.accountKey(newAccount));
    expect(problem.code).toMatch(/^(answer_not_azure|azure_unreachable)$/);
    expect(JSON.stringify(problem)).not.toContain(key.slice(0, 8));
  });

  it.each([
    ['usGovernment', 'us_government', ids.government, 'management.usgovcloudapi.net'],
    ['china', 'china', ids.china, 'management.chinacloudapi.cn'],
  ] as const)('sends to the hosts of %s only', async (cloud, world, tenant, host) => {
    simulator().reset(world, 'instant');
    const httpClient = simulator().transport(cloud);
    const principal = { kind: 'service_principal', cloud, ...credentials.good, tenant } as const;
    const accessToken = await servicePrincipalToken(principal, httpClient);
    simulator().requests.length = 0;
    const azure = createArmAzure({ cloud, tenantId: tenant, accessToken, httpClient });
    expect(await azure.subscription(subscriptionId)).toMatchObject({ tenantId: tenant });
    expect(await azure.accounts(subscriptionId)).toEqual([]);
    expect(new Set(simulator().requests.map((request) => request.host))).toEqual(new Set([host]));
  });

  it('reads the models of a region once', async () => {
    const azure = await signedIn({ modelCache: createModelCache() });
    const first = await azure.models(subscriptionId, 'eastus2');
    expect(first.length).toBeGreaterThan(10);
    expect(await azure.models(subscriptionId, 'eastus2')).toEqual(first);
    await azure.models(subscriptionId, 'swedencentral');
    expect(simulator().called()).toHaveLength(2);
  });

  it('stops when its caller aborts', async () => {
    const stop = new AbortController();
    const azure = await signedIn({ signal: stop.signal });
    stop.abort();
    for (const verb of ['resourceGroups', 'accounts'] as const) {
      expect(await problemOf(azure[verb](subscriptionId))).toEqual({ code: 'azure_busy' });
    }
    expect(simulator().called()).toEqual([]);
  });
});
