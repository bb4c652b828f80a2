import { armCalls, errorCode, pick } from '../arm_calls';
import { makeAccessToken } from '../entra/access_token';
import type { Simulator } from '../simulator';
import { useSimulator } from '../use_simulator';
import { nowOf } from '../state';
import { credentials, ids } from '../worlds/people';
import { aGroup } from '../worlds/resources';
import { worldNames, type WorldName } from '../worlds/worlds';

const minute = 60_000;

let simulator: Simulator;
useSimulator((started) => (simulator = started));

const inWorld = (world: WorldName) => {
  simulator.reset(world, 'instant');
  return armCalls(simulator);
};
const sub = `/subscriptions/${ids.main}`;
const cs = `${sub}/providers/Microsoft.CognitiveServices`;
const accountIn = (group: string, name = 'kbn') =>
  `${sub}/resourceGroups/${group}/providers/Microsoft.CognitiveServices/accounts/${name}`;
const accountBody = { location: 'eastus2', kind: 'OpenAI', sku: { name: 'S0' }, properties: {} };

describe('the token', () => {
  const token = async (change: { audience?: string; tenantId?: string; expiresIn?: number }) => {
    const { ask } = await inWorld('established');
    const [principal] = simulator.state.world.apps;
    if (!principal) throw new Error('The world has no application.');
    const issuedAt = nowOf(simulator.state);
    const authorization = `Bearer ${makeAccessToken({
      principal,
      tenantId: change.tenantId ?? ids.contoso,
      audience: change.audience ?? 'https://management.azure.com',
      clientId: principal.clientId,
      issuedAt,
      expiresAt: issuedAt + (change.expiresIn ?? 60_000),
    })}`;
    return ask(`https://management.azure.com${sub}?api-version=2022-12-01`, {
      headers: { authorization },
    });
  };

  it('is required', async () => {
    const { ask } = await inWorld('empty');
    const answer = await ask('https://management.azure.com/subscriptions?api-version=2022-12-01');
    expect([answer.status, errorCode(answer)]).toEqual([401, 'AuthenticationFailed']);
    expect(answer.headers['x-ms-correlation-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    [{ expiresIn: -1_000 }, 'ExpiredAuthenticationToken'],
    [{ audience: 'https://graph.microsoft.com' }, 'InvalidAuthenticationTokenAudience'],
    [{ tenantId: ids.fabrikam }, 'InvalidAuthenticationTokenTenant'],
  ])('must be valid: %j', async (change, code) => {
    const answer = await token(change);
    expect([answer.status, errorCode(answer)]).toEqual([401, code]);
  });

  it('of the older audience is accepted', async () => {
    expect((await token({ audience: 'https://management.core.windows.net/' })).status).toBe(200);
  });

  it('cannot be forged', async () => {
    const { ask } = await inWorld('empty');
    const answer = await ask('https://management.azure.com/tenants?api-version=2022-12-01', {
      headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJhdWQiOiJ4In0.x' },
    });
    expect(errorCode(answer)).toBe('InvalidAuthenticationToken');
  });

  it('of one directory shows the subscriptions of that directory only', async () => {
    const contoso = await inWorld('established');
    const home = await contoso.get('/subscriptions');
    const fabrikam = await armCalls(simulator, ids.fabrikam);
    const away = await fabrikam.get('/subscriptions');
    expect(pick(home.json, 'value', 0, 'subscriptionId')).toBe(ids.main);
    expect(pick(away.json, 'value')).toEqual([
      expect.objectContaining({ subscriptionId: ids.guest }),
    ]);
  });
});

describe('the gateway', () => {
  it('needs an api-version, and a possible one', async () => {
    const { ask, authorization } = await inWorld('empty');
    const headers = { authorization };
    const without = await ask('https://management.azure.com/tenants', { headers });
    expect([without.status, errorCode(without)]).toEqual([400, 'MissingApiVersionParameter']);
    const odd = await ask('https://management.azure.com/tenants?api-version=yesterday', {
      headers,
    });
    expect(errorCode(odd)).toBe('InvalidApiVersionParameter');
  });
  it.each([
    [`${cs}/accounts`, '2026-05-01', 200, undefined],
    [`${cs}/accounts`, '2025-09-01', 200, undefined],
    [`${cs}/accounts`, '2025-04-01', 404, 'InvalidResourceType'],
    [accountIn('rg'), '2026-09-01', 400, 'NoRegisteredProviderFound'],
    [`${sub}/resourcegroups`, '2025-04-01', 200, undefined],
    [`${sub}/resourcegroups`, '2025-09-01', 400, 'InvalidApiVersionParameter'],
    [sub, '2022-12-01', 200, undefined],
    [sub, '2025-04-01', 400, 'InvalidApiVersionParameter'],
  ])('%s has versions of its own: %s', async (path, version, status, code) => {
    const { ask, authorization } = await inWorld('empty');
    const url = `https://management.azure.com${path}?api-version=${version}`;
    const answer = await ask(url, { headers: { authorization } });
    expect([answer.status, errorCode(answer)]).toEqual([status, code]);
  });

  it('ignores case in paths', async () => {
    const { put, get } = await inWorld('empty');
    await put(`${sub}/resourcegroups/Rg-One`, { location: 'East US' });
    const answer = await get(`${sub.toUpperCase()}/RESOURCEGROUPS/rg-one`);
    expect(answer.json).toMatchObject({ name: 'Rg-One', location: 'eastus' });
  });

  it.each([
    ['/subscriptions/99999999-9999-4999-8999-999999999999', 404, 'SubscriptionNotFound'],
    ['/subscriptions/nonsense', 400, 'InvalidSubscriptionId'],
    [`${sub}/resourceGroups/none`, 404, 'ResourceGroupNotFound'],
    [accountIn('none'), 404, 'ResourceGroupNotFound'],
    [`${cs}/locations/atlantis/models`, 400, 'NoRegisteredProviderFound'],
    [`${sub}/providers/Microsoft.Nothing`, 404, 'InvalidResourceNamespace'],
    ['/nothing/here', 404, 'InvalidResourceType'],
  ])('answers %s with %i %s', async (path, status, code) => {
    const answer = await (await inWorld('empty')).get(path);
    expect([answer.status, errorCode(answer)]).toEqual([status, code]);
  });

  it('returns every world', async () => {
    for (const world of worldNames) {
      simulator.reset(world);
      expect(simulator.state.world.description).toMatch(/\.$/);
    }
  });
});

describe('permissions', () => {
  it('of a group’s contributor end at the group', async () => {
    const { get, put, post } = await inWorld('group_contributor');
    const [app] = simulator.state.world.apps;
    const usages = await get(`${cs}/locations/eastus2/usages`);
    expect([usages.status, errorCode(usages)]).toEqual([403, 'AuthorizationFailed']);
    expect(pick(usages.json, 'error', 'message')).toBe(
      `The client '${credentials.good.clientId}' with object id '${app?.oid}' does not have authorization to perform action 'Microsoft.CognitiveServices/locations/usages/read' over scope '${sub}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    );
    expect(errorCode(await put(`${sub}/resourceGroups/new`, { location: 'eastus' }))).toBe(
      'AuthorizationFailed',
    );
    expect(errorCode(await post(`${cs}/register`))).toBe('AuthorizationFailed');
    expect((await put(accountIn('rg-team'), accountBody)).status).toBe(201);
    expect(errorCode(await put(accountIn('rg-others'), accountBody))).toBe('AuthorizationFailed');
    const groups = await get(`${sub}/resourceGroups`);
    expect(pick(groups.json, 'value')).toEqual([expect.objectContaining({ name: 'rg-team' })]);
  });

  it('are listed by the permissions endpoint', async () => {
    const { get } = await inWorld('group_contributor');
    const permissions = '/providers/Microsoft.Authorization/permissions';
    const atGroup = await get(`${sub}/resourceGroups/rg-team${permissions}`);
    expect(pick(atGroup.json, 'value', 0, 'actions')).toEqual(['*']);
    expect(pick((await get(`${sub}${permissions}`)).json, 'value')).toEqual([]);
  });

  it('of a reader are for reading: no keys, no writes', async () => {
    const { get, post, put } = await inWorld('reader_only');
    expect((await get(`${cs}/locations/eastus2/usages`)).status).toBe(200);
    expect(errorCode(await post(`${accountIn('rg-team', 'team-openai')}/listKeys`))).toBe(
      'AuthorizationFailed',
    );
    expect(errorCode(await put(accountIn('rg-team'), accountBody))).toBe('AuthorizationFailed');
  });

  it('of a Cognitive Services Contributor leave out resource groups', async () => {
    const { put } = await inWorld('cognitive_contributor');
    expect(errorCode(await put(`${sub}/resourceGroups/new`, { location: 'eastus' }))).toBe(
      'AuthorizationFailed',
    );
    expect((await put(accountIn('rg-team'), accountBody)).status).toBe(201);
  });

  it('can be empty', async () => {
    const { get } = await inWorld('no_subscription');
    expect(pick((await get('/subscriptions')).json, 'value')).toEqual([]);
    expect(errorCode(await get(sub))).toBe('AuthorizationFailed');
  });
});

describe('subscriptions and groups', () => {
  it('a disabled subscription refuses writes', async () => {
    const { put, get } = await inWorld('disabled_subscription');
    expect((await get(`${sub}/resourceGroups`)).status).toBe(200);
    const answer = await put(`${sub}/resourceGroups/rg`, { location: 'eastus' });
    expect([answer.status, errorCode(answer)]).toEqual([409, 'ReadOnlyDisabledSubscription']);
  });

  it('a provider has to be registered first', async () => {
    const { put, post, get } = await inWorld('unregistered_provider');
    simulator.state.delays.registrationMs = 15 * minute;
    await put(`${sub}/resourceGroups/rg`, { location: 'eastus' });
    const early = await put(accountIn('rg'), accountBody);
    expect([early.status, errorCode(early)]).toEqual([409, 'MissingSubscriptionRegistration']);
    const registered = await post(`${cs}/register`);
    expect(pick(registered.json, 'registrationState')).toBe('Registering');
    simulator.state.skewMs = 15 * minute;
    expect(pick((await get(cs)).json, 'registrationState')).toBe('Registered');
    expect((await put(accountIn('rg'), accountBody)).status).toBe(201);
  });

  it('a group keeps its region, and its tags are bounded', async () => {
    const { put } = await inWorld('empty');
    const path = `${sub}/resourceGroups/rg`;
    expect((await put(path, { location: 'eastus' })).status).toBe(201);
    expect((await put(path, { location: 'eastus', tags: { a: 'b' } })).status).toBe(200);
    expect(errorCode(await put(path, { location: 'westus3' }))).toBe(
      'InvalidResourceGroupLocation',
    );
    expect(errorCode(await put(path, { tags: {} }))).toBe('LocationRequired');
    expect(errorCode(await put(path, { location: 'eastus', tags: { 'a<b': 'c' } }))).toBe(
      'InvalidTagNameCharacters',
    );
  });

  it('deleting a group is asynchronous and soft-deletes its accounts', async () => {
    const { ask, authorization, put, head, get, remove } = await inWorld('empty');
    await put(`${sub}/resourceGroups/rg`, { location: 'eastus2' });
    await put(accountIn('rg'), accountBody);
    simulator.state.delays.accountMs = 5 * minute;
    const { status, headers } = await remove(`${sub}/resourceGroups/rg`);
    expect(status).toBe(202);
    const follow = () => ask(String(headers.location), { headers: { authorization } });
    expect((await follow()).status).toBe(202);
    expect(errorCode(await put(accountIn('rg', 'other'), accountBody))).toBe(
      'ResourceGroupBeingDeleted',
    );
    simulator.state.skewMs = 5 * minute;
    expect((await follow()).status).toBe(200);
    expect((await head(`${sub}/resourceGroups/rg`)).status).toBe(404);
    expect(pick((await get(`${cs}/deletedAccounts`)).json, 'value', 0, 'name')).toBe('kbn');
  });

  it('a lock protects the resources in the group', async () => {
    const { remove } = await inWorld('established');
    expect(errorCode(await remove(`${sub}/resourceGroups/rg-locked`))).toBe('ScopeLocked');
  });

  it('a group lists its resources of every service', async () => {
    const { get } = await inWorld('empty');
    simulator.state.world.groups.push(
      aGroup('rg', 'eastus', {
        others: [{ name: 'logs', type: 'Microsoft.Storage/storageAccounts' }],
      }),
    );
    const { json } = await get(`${sub}/resourceGroups/rg/resources`);
    expect(pick(json, 'value')).toEqual([expect.objectContaining({ name: 'logs' })]);
  });
});
