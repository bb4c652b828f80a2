import { armCalls, errorCode, items, pick } from '../../../arm_calls';
import type { Simulator } from '../../../simulator';
import { useSimulator } from '../../../use_simulator';
import { ids } from '../../../worlds/people';
import { aDeployment, aGroup, anAccount } from '../../../worlds/resources';
import type { SimAccount } from '../../../worlds/world';
import type { WorldName } from '../../../worlds/worlds';

const minute = 60_000;

let simulator: Simulator;
useSimulator((started) => (simulator = started));

/** A world with the finished account `kbn` in the group `rg`. */
const inWorld = (world: WorldName = 'empty', rest: Partial<SimAccount> = {}) => {
  simulator.reset(world, 'instant');
  simulator.state.world.groups.push(aGroup('rg', 'eastus2'));
  simulator.state.world.accounts.push(anAccount('kbn', 'rg', rest));
  return armCalls(simulator);
};
const cs = `/subscriptions/${ids.main}/providers/Microsoft.CognitiveServices`;
const account = `/subscriptions/${ids.main}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/kbn`;
const chat = `${account}/deployments/chat`;
const body = (
  [name, version]: readonly [string, string | undefined] = ['gpt-5.2', '2025-12-11'],
  [sku, capacity]: readonly [string, number | undefined] = ['GlobalStandard', 80],
  properties: Record<string, unknown> = {},
) => ({
  sku: { name: sku, capacity },
  properties: { model: { format: 'OpenAI', name, version }, ...properties },
});
const used = async (get: (path: string) => Promise<{ json: unknown }>, row: string) => {
  const { json } = await get(`${cs}/locations/eastus2/usages`);
  const found = items(json, 'value').find((one) => pick(one, 'name', 'value') === row);
  return [pick(found, 'currentValue'), pick(found, 'limit')];
};

describe('creating a deployment', () => {
  it('answers Succeeded immediately, with limits scaled to its size, and uses quota', async () => {
    const { put, get, remove } = await inWorld();
    const { status, json, headers } = await put(chat, body());
    expect([status, headers['azure-asyncoperation']]).toEqual([201, undefined]);
    expect(json).toMatchObject({
      name: 'chat',
      sku: { name: 'GlobalStandard', capacity: 80 },
      properties: {
        provisioningState: 'Succeeded',
        versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
        currentCapacity: 80,
        raiPolicyName: 'Microsoft.DefaultV2',
        rateLimits: [
          { key: 'request', renewalPeriod: 60, count: 800 },
          { key: 'token', renewalPeriod: 60, count: 80_000 },
        ],
      },
    });
    expect(await used(get, 'OpenAI.GlobalStandard.gpt-5.2')).toEqual([80, 1_000]);
    expect((await put(chat, body(undefined, ['GlobalStandard', 1_000]))).status).toBe(200);
    expect(await used(get, 'OpenAI.GlobalStandard.gpt-5.2')).toEqual([1_000, 1_000]);
    expect((await remove(chat)).status).toBe(200);
    expect((await remove(chat)).status).toBe(204);
    expect(await used(get, 'OpenAI.GlobalStandard.gpt-5.2')).toEqual([0, 1_000]);
  });

  it('is refused while a failed one has its name, until that is deleted', async () => {
    const failed = aDeployment('chat', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 80], {
      fixedState: 'Failed',
    });
    const { put, patch, remove } = await inWorld('empty', { deployments: [failed] });
    const resized = { sku: { name: 'GlobalStandard', capacity: 10 } };
    for (const answer of [await put(chat, body()), await patch(chat, resized)]) {
      expect([answer.status, errorCode(answer)]).toEqual([400, 'BadRequest']);
    }
    expect((await remove(chat)).status).toBe(200);
    expect((await put(chat, body())).status).toBe(201);
  });

  it('takes the default version when none is given', async () => {
    const { put } = await inWorld();
    const { json } = await put(chat, body(['gpt-5.2', undefined], ['GlobalStandard', 1]));
    expect(pick(json, 'properties', 'model', 'version')).toBe('2025-12-11');
  });

  it('blocks the account while it is slow', async () => {
    const { put, get } = await inWorld();
    simulator.state.switches.slowDeployments = true;
    simulator.state.delays.deploymentMs = 10 * minute;
    const state = async () => pick((await get(chat)).json, 'properties', 'provisioningState');
    expect(pick((await put(chat, body())).json, 'properties', 'provisioningState')).toBe(
      'Accepted',
    );
    expect(errorCode(await put(`${account}/deployments/two`, body()))).toBe('RequestConflict');
    simulator.state.skewMs = 6 * minute;
    expect(await state()).toBe('Creating');
    simulator.state.skewMs = 10 * minute;
    expect(await state()).toBe('Succeeded');
  });

  it.each<[string, ReturnType<typeof body>, string]>([
    ['an unknown model', body(['gpt-9', '1']), 'DeploymentModelNotSupported'],
    ['an unknown version', body(['gpt-5.2', '2020-01-01']), 'DeploymentModelNotSupported'],
    [
      'a model of the other kind',
      body(['Llama-3.3-70B-Instruct', '5']),
      'DeploymentModelNotSupported',
    ],
    ['a deprecating version', body(['gpt-4o', '2024-08-06']), 'ServiceModelDeprecating'],
    ['a deprecated version', body(['gpt-4o', '2024-05-13']), 'ServiceModelDeprecated'],
    ['a gated model', body(['gpt-5.5', '2026-04-24']), 'SpecialFeatureOrQuotaIdRequired'],
    ['an unknown type', body(undefined, ['Turbo', 1]), 'InvalidResourceProperties'],
    ['a size of nothing', body(undefined, ['GlobalStandard', 0]), 'InvalidResourceProperties'],
    [
      'a size off the steps',
      body(undefined, ['GlobalProvisionedManaged', 17]),
      'InvalidResourceProperties',
    ],
    [
      'a size beyond the maximum',
      body(undefined, ['GlobalStandard', 40_000]),
      'InvalidResourceProperties',
    ],
    [
      'an unknown upgrade option',
      body(undefined, undefined, { versionUpgradeOption: 'Sometimes' }),
      'InvalidResourceProperties',
    ],
  ])('with %s is refused', async (_what, sent, code) => {
    const { put, get } = await inWorld();
    const answer = await put(chat, sent);
    expect([answer.status, errorCode(answer)]).toEqual([400, code]);
    expect(errorCode(await get(chat))).toBe('ResourceNotFound');
  });

  it.each([
    ['GlobalStandard', 400],
    ['Standard', 400],
    ['DataZoneStandard', 201],
  ])('of gpt-4o-mini is refused or taken by its type: %s', async (type, status) => {
    const { put } = await inWorld();
    const answer = await put(chat, body(['gpt-4o-mini', '2024-07-18'], [type, 1]));
    expect(answer.status).toBe(status);
    if (status === 400) expect(errorCode(answer)).toBe('ServiceModelDeprecating');
  });

  it('of a deprecating version is taken where the subscription has it already', async () => {
    const { put } = await inWorld();
    const has = aDeployment('old', ['gpt-4o', '2024-11-20'], ['Standard', 1]);
    simulator.state.world.groups.push(aGroup('rg-old', 'eastus2'));
    const refused = await put(chat, body(['gpt-4o', '2024-11-20'], ['GlobalStandard', 1]));
    expect(errorCode(refused)).toBe('ServiceModelDeprecating');
    simulator.state.world.accounts.push(anAccount('old', 'rg-old', { deployments: [has] }));
    const taken = await put(chat, body(['gpt-4o', '2024-11-20'], ['GlobalStandard', 1]));
    expect(taken.status).toBe(201);
  });

  it('distinguishes a type that is missing in the region or for the model', async () => {
    const { put } = await inWorld('empty', { location: 'japaneast' });
    const here = await put(chat, body(undefined, ['DataZoneStandard', 1]));
    expect(pick(here.json, 'error', 'message')).toBe(
      "The specified SKU 'DataZoneStandard' for model 'gpt-5.2 2025-12-11' is not supported in this region 'japaneast'.",
    );
    const never = await put(chat, body(['gpt-5', '2025-08-07'], ['Standard', 1]));
    expect(pick(never.json, 'error', 'message')).toBe(
      "The specified SKU 'Standard' of account deployment is not supported by the model 'gpt-5' version: '2025-08-07'.",
    );
  });

  it('creates a deployment of a deprecating version when the subscription already runs one', async () => {
    const { put } = await inWorld('established', {
      deployments: [aDeployment('old', ['gpt-4o', '2024-08-06'], ['GlobalStandard', 1])],
    });
    const answer = await put(chat, body(['gpt-4o', '2024-08-06'], ['GlobalStandard', 1]));
    expect(answer.status).toBe(201);
  });

  it('beyond the quota is refused with the real numbers', async () => {
    const { put } = await inWorld('little_quota');
    const answer = await put(chat, body());
    expect([answer.status, errorCode(answer)]).toEqual([400, 'InsufficientQuota']);
    expect(pick(answer.json, 'error', 'message')).toBe(
      'This operation require 80 new capacity in quota Tokens Per Minute (thousands) - gpt-5.2 - GlobalStandard, which is bigger than the current available capacity 10. The current quota usage is 40 and the quota limit is 50 for quota Tokens Per Minute (thousands) - gpt-5.2 - GlobalStandard.',
    );
    expect((await put(chat, body(undefined, ['GlobalStandard', 10]))).status).toBe(201);
  });

  it('needs a ready account', async () => {
    const { put } = await inWorld('empty', { readyAt: Date.now() + 60_000 });
    const early = await put(chat, body());
    expect([early.status, errorCode(early)]).toEqual([409, 'AccountProvisioningStateInvalid']);
    const missing = await put(chat.replace('/kbn/', '/none/'), body());
    expect([missing.status, errorCode(missing)]).toEqual([404, 'ParentResourceNotFound']);
  });
});

describe('the catalogue', () => {
  it('uses strings, omits limits, and spells quota rows differently', async () => {
    const { get } = await inWorld();
    const { json } = await get(`${cs}/locations/eastus2/models`);
    const find = (name: string, kind: string) =>
      items(json, 'value').filter(
        (one) => pick(one, 'model', 'name') === name && pick(one, 'kind') === kind,
      );
    const [gpt41] = find('gpt-4.1', 'OpenAI');
    expect(pick(gpt41, 'model', 'capabilities', 'chatCompletion')).toBe('true');
    expect(pick(gpt41, 'model', 'skus', 1, 'capacity')).toEqual({ maximum: 10_000, default: 10 });
    const name = String(pick(gpt41, 'model', 'skus', 0, 'usageName'));
    expect(name).toBe('OpenAI.GlobalStandard.gpt-4.1');
    expect(await used(get, name)).toEqual([undefined, undefined]);
    expect(await used(get, 'OpenAI.GlobalStandard.GPT-4.1')).toEqual([0, 1_000]);
    expect(find('Llama-3.3-70B-Instruct', 'OpenAI')).toEqual([]);
    expect(find('Llama-3.3-70B-Instruct', 'AIServices')).toHaveLength(1);
    expect(find('gpt-4o', 'OpenAI').map((one) => pick(one, 'model', 'isDefaultVersion'))).toEqual([
      true,
      undefined,
      undefined,
    ]);
  });

  it('shows free capacity by region in one call', async () => {
    const { get } = await inWorld('little_quota');
    const { json } = await get(
      `${cs}/modelCapacities?modelFormat=OpenAI&modelName=gpt-5.2&modelVersion=2025-12-11`,
    );
    const found = items(json, 'value').filter((one) => pick(one, 'name') === 'GlobalStandard');
    expect(found).toContainEqual(expect.objectContaining({ location: 'EastUS2' }));
    expect(found.map((one) => pick(one, 'properties', 'availableCapacity'))).toContain(10);
  });

  it('lists tiers with regions in capitals', async () => {
    const { get } = await inWorld();
    const { json } = await get(`${cs}/skus`);
    expect(pick(json, 'value')).toContainEqual(
      expect.objectContaining({ kind: 'OpenAI', name: 'S0', locations: ['SWEDENCENTRAL'] }),
    );
  });
});
