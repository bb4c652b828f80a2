import { armCalls, errorCode, items, pick } from '../../arm_calls';
import type { Simulator } from '../../simulator';
import { useSimulator } from '../../use_simulator';
import { secretMarker } from '../../worlds/keys';
import { ids } from '../../worlds/people';
import { aGroup } from '../../worlds/resources';
import type { WorldName } from '../../worlds/worlds';

const minute = 60_000;

let simulator: Simulator;
useSimulator((started) => (simulator = started));

/** A world with the group `rg` in East US 2. */
const inWorld = (world: WorldName = 'empty') => {
  simulator.reset(world, 'instant');
  simulator.state.world.groups.push(aGroup('rg', 'eastus2'));
  return armCalls(simulator);
};
const sub = `/subscriptions/${ids.main}`;
const cs = `${sub}/providers/Microsoft.CognitiveServices`;
const account = (name = 'kbn') =>
  `${sub}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/${name}`;
const body = (properties: Record<string, unknown> = {}, rest: Record<string, unknown> = {}) => ({
  location: 'eastus2',
  kind: 'OpenAI',
  sku: { name: 'S0' },
  properties: { customSubDomainName: 'kbn-7f3a', ...properties },
  ...rest,
});

describe('creating an account', () => {
  it('returns a status URL, and goes through its states to Succeeded', async () => {
    const { put, get, ask, authorization } = await inWorld();
    simulator.state.delays.accountMs = 25 * minute;
    const created = await put(account(), body({}, { location: 'EASTUS2' }));
    expect([created.status, pick(created.json, 'properties', 'provisioningState')]).toEqual([
      201,
      'Creating',
    ]);
    expect(pick(created.json, 'location')).toBe('EASTUS2');
    const operation = String(created.headers['azure-asyncoperation']);
    expect(operation).toMatch(
      /^https:\/\/management\.azure\.com\/subscriptions\/.*\/locations\/EASTUS2\/operationResults\//,
    );
    expect(operation.length).toBeGreaterThan(2_048);

    const shown = async () => {
      const follow = await ask(operation, { headers: { authorization } });
      const now = await get(account());
      return [pick(follow.json, 'status'), pick(now.json, 'properties', 'provisioningState')];
    };
    expect(await shown()).toEqual(['Creating', 'Creating']);
    expect(errorCode(await put(account(), body()))).toBe('RequestConflict');
    simulator.state.skewMs = 21 * minute;
    expect(await shown()).toEqual(['ResolvingDNS', 'ResolvingDNS']);
    simulator.state.skewMs = 25 * minute;
    expect(await shown()).toEqual(['Succeeded', 'Succeeded']);
    expect((await put(account(), body())).status).toBe(200);
  });

  it('works without a status URL', async () => {
    const { put } = await inWorld();
    simulator.state.switches.asyncHeader = false;
    const { status, headers } = await put(account(), body());
    expect([status, headers['azure-asyncoperation']]).toEqual([201, undefined]);
  });

  it.each([
    ['OpenAI', 'kbn-7f3a', 'https://kbn-7f3a.openai.azure.com/'],
    ['AIServices', 'kbn-7f3a', 'https://kbn-7f3a.cognitiveservices.azure.com/'],
    ['OpenAI', undefined, 'https://eastus2.api.cognitive.microsoft.com/'],
  ])('of kind %s with sub domain %s gets the endpoint %s', async (kind, name, endpoint) => {
    const { put } = await inWorld();
    const { json } = await put(account(), body({ customSubDomainName: name }, { kind }));
    expect(pick(json, 'properties', 'endpoint')).toBe(endpoint);
    if (name !== undefined)
      expect(pick(json, 'properties', 'endpoints', 'OpenAI Language Model Instance API')).toBe(
        'https://kbn-7f3a.openai.azure.com/',
      );
  });

  it.each<[string, ReturnType<typeof body>, number, string]>([
    ['no location', body({}, { location: undefined }), 400, 'LocationRequired'],
    [
      'an unknown region',
      body({}, { location: 'ukwest' }),
      400,
      'LocationNotAvailableForResourceType',
    ],
    ['an unknown kind', body({}, { kind: 'Magic' }), 400, 'InvalidKind'],
    ['another tier', body({}, { sku: { name: 'F0' } }), 400, 'InvalidSku'],
    ['a taken sub domain', body({ customSubDomainName: 'taken-x' }), 409, 'CustomDomainInUse'],
    ['a bad sub domain', body({ customSubDomainName: '-x' }), 400, 'BadRequest'],
    ['a tag with a slash', body({}, { tags: { 'a/b': 'c' } }), 400, 'InvalidTagNameCharacters'],
    [
      'a private address',
      body({ networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '10.0.0.1' }] } }),
      400,
      'BadRequest',
    ],
    [
      'a range that is too small',
      body({ networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '203.0.113.8/31' }] } }),
      400,
      'BadRequest',
    ],
    [
      'network rules without a sub domain',
      body({ customSubDomainName: undefined, networkAcls: { defaultAction: 'Deny' } }),
      400,
      'BadRequest',
    ],
  ])('with %s is refused', async (_what, sent, status, code) => {
    const { put, get } = await inWorld();
    const answer = await put(account(), sent);
    expect([answer.status, errorCode(answer)]).toEqual([status, code]);
    expect(errorCode(await get(account()))).toBe('ResourceNotFound');
  });

  it.each<[WorldName, number, string]>([
    ['trial_subscription', 400, 'SpecialFeatureOrQuotaIdRequired'],
    ['region_closed', 403, 'RequestDisallowedByAzure'],
    ['policy_tag', 403, 'RequestDisallowedByPolicy'],
  ])('in the world %s is refused', async (world, status, code) => {
    const { put } = await inWorld(world);
    const answer = await put(account(), body());
    expect([answer.status, errorCode(answer)]).toEqual([status, code]);
  });

  it('has its keys disabled by a policy', async () => {
    const { put, get, post } = await inWorld('policy_modifies_keys');
    await put(account(), body());
    expect(pick((await get(account())).json, 'properties', 'disableLocalAuth')).toBe(true);
    const keys = await post(`${account()}/listKeys`);
    expect([keys.status, errorCode(keys)]).toEqual([400, 'BadRequest']);
  });

  it('can fail, and can be retried', async () => {
    const { put, get } = await inWorld();
    const failOperation = { code: 'InternalServerError', message: 'Something broke.' };
    simulator.state.faults = [{ match: { method: 'PUT' }, times: 1, action: { failOperation } }];
    expect((await put(account(), body())).status).toBe(201);
    expect(pick((await get(account())).json, 'properties', 'provisioningState')).toBe('Failed');
    expect((await put(account(), body())).status).toBe(201);
    expect(pick((await get(account())).json, 'properties', 'provisioningState')).toBe('Succeeded');
  });

  it('cannot change its location', async () => {
    const { put } = await inWorld();
    await put(account(), body());
    expect(errorCode(await put(account(), body({}, { location: 'westus3' })))).toBe(
      'InvalidResourceLocation',
    );
  });
});

describe('keys', () => {
  it('are two opaque values with the secret marker that regenerate separately', async () => {
    const { put, post } = await inWorld();
    await put(account(), body());
    const first = await post(`${account()}/listKeys`);
    expect(pick(first.json, 'key1')).toMatch(new RegExp(`^${secretMarker}[0-9A-Za-z]{78}$`));
  });
});

describe('a deleted account', () => {
  it('keeps its name and its subdomain until it is purged', async () => {
    const { put, post, remove, get } = await inWorld();
    await put(account(), body());
    expect((await remove(account())).status).toBe(200);
    expect((await remove(account())).status).toBe(204);
    expect(errorCode(await get(account()))).toBe('ResourceNotFound');
    expect(errorCode(await put(account(), body()))).toBe('FlagMustBeSetForRestore');
    expect(errorCode(await put(account('other'), body()))).toBe('CustomDomainInUse');
    const free = () =>
      post(`${cs}/checkDomainAvailability`, {
        subdomainName: 'kbn-7f3a',
        type: 'Microsoft.CognitiveServices/accounts',
        kind: 'OpenAI',
      });
    expect(pick((await free()).json, 'isSubdomainAvailable')).toBe(false);

    const bin = `${cs}/locations/eastus2/resourceGroups/rg/deletedAccounts/kbn`;
    const { json } = await get(bin);
    const hours =
      Date.parse(String(pick(json, 'properties', 'scheduledPurgeDate'))) -
      Date.parse(String(pick(json, 'properties', 'deletionDate')));
    expect(hours).toBe(48 * 60 * 60 * 1_000);
    expect((await remove(bin)).status).toBe(200);
    expect(pick((await free()).json, 'isSubdomainAvailable')).toBe(true);
    expect((await put(account(), body())).status).toBe(201);
  });

  it('is purged after two days', async () => {
    const { put, remove } = await inWorld();
    await put(account(), body());
    await remove(account());
    simulator.state.world.tokenLifeMs = 72 * 60 * 60 * 1_000;
    const later = await armCalls(simulator);
    simulator.state.skewMs = 48 * 60 * 60 * 1_000;
    expect(pick((await later.get(`${cs}/deletedAccounts`)).json, 'value')).toEqual([]);
    expect((await later.put(account(), body())).status).toBe(201);
  });

  it('is restored with its deployments, which always count against the quota', async () => {
    simulator.reset('soft_deleted_twin');
    const { put, get } = await armCalls(simulator);
    const usage = async () => {
      const { json } = await get(`${cs}/locations/eastus2/usages`);
      const row = items(json, 'value').find(
        (one) => pick(one, 'name', 'value') === 'OpenAI.GlobalStandard.gpt-5.2',
      );
      return pick(row, 'currentValue');
    };
    expect(await usage()).toBe(80);
    const path = `${sub}/resourceGroups/rg-kibana/providers/Microsoft.CognitiveServices/accounts/kibana-openai`;
    const restored = await put(path, { location: 'eastus2', properties: { restore: true } });
    expect(restored.status).toBe(201);
    const { json } = await get(`${path}/deployments`);
    expect(pick(json, 'value', 0, 'name')).toBe('chat');
    expect(await usage()).toBe(80);
  });

  it('must be empty first', async () => {
    const { put, remove } = await inWorld();
    await put(account(), body());
    await put(`${account()}/deployments/chat`, {
      sku: { name: 'GlobalStandard', capacity: 1 },
      properties: { model: { format: 'OpenAI', name: 'gpt-5.2', version: '2025-12-11' } },
    });
    const answer = await remove(account());
    expect([answer.status, errorCode(answer)]).toEqual([409, 'CannotDeleteResource']);
  });
});
