import { aCheckContext } from '../../../test/support/a_check_context';
import { aSetupRequest } from '../../../test/support/a_setup_request';
import { createFakeAzure, type FakeAzure } from '../../../test/support/fake_azure';
import type { SetupRequest } from '../../../common/setup_request';
import type { Verdict } from '../../../common/check';
import { rememberReads } from '../azure/arm/remember_reads';
import { verdictsOf } from './check';
import { quota } from './quota';

/** The one verdict about a new deployment of 100 units in East US 2. */
async function judged(azure: FakeAzure, change: Partial<SetupRequest> = {}): Promise<Verdict> {
  const context = await aCheckContext(rememberReads(azure), { location: 'eastus2', ...change });
  const [verdict, ...more] = await verdictsOf(quota, context);
  if (!verdict || more.length > 0) throw new Error('One verdict was expected.');
  return verdict;
}

const { subscriptionId } = aSetupRequest();
const group = { subscriptionId, resourceGroup: 'rg-team', location: 'eastus2', tags: {} };

/** An account of somebody in the team, ready for deployments. */
async function anAccount(azure: FakeAzure, accountName: string, location = 'eastus2') {
  const ref = { ...group, accountName };
  await azure.createAccount({
    ...ref,
    location,
    kind: 'OpenAI',
    customSubDomainName: accountName,
    networkAccess: 'all',
    ipRules: [],
  });
  while ((await azure.account(ref))?.state !== 'Succeeded');
  return async (
    deploymentName: string,
    capacity: number,
    [modelName, modelVersion] = ['gpt-5.2', '2025-12-11'],
    deploymentType = 'GlobalStandard',
  ) =>
    azure.createDeployment({
      ...ref,
      deploymentName,
      modelName,
      modelVersion,
      deploymentType,
      capacity,
      versionUpgradeOption: 'NoAutoUpgrade',
      tags: {},
    });
}

const setLimit = (azure: FakeAzure, location: string, limit: number) => {
  for (const row of azure.world.usages[location] ?? []) row.limit = limit;
};
const codes = ({ fixes = [] }: Verdict) => fixes.map(({ code }) => code);

describe('the check of the quota', () => {
  it('says what is needed, free and the limit, and which own deployments hold the rest', async () => {
    const azure = createFakeAzure();
    await azure.createResourceGroup(group);
    const near = await anAccount(azure, 'team-a');
    await near('small', 20);
    await near('large', 900);
    await near('other-type', 50, undefined, 'DataZoneStandard');
    await near('other-model', 50, ['gpt-4.1', '2025-04-14']);
    const second = await anAccount(azure, 'team-b');
    await second('middle', 60);
    const far = await anAccount(azure, 'team-c', 'swedencentral');
    await far('elsewhere', 70);

    const verdict = await judged(azure);
    expect(verdict).toMatchObject({
      status: 'fail',
      problem: {
        code: 'insufficient_quota',
        field: 'capacity',
        detail: {
          needed: 100,
          free: 20,
          limit: 1_000,
          used: 980,
          holders: 'team-a/large (900), team-b/middle (60), team-a/small (20)',
        },
      },
    });
    expect(verdict.fixes).toEqual([
      {
        code: 'use_location',
        change: { location: 'swedencentral', deploymentType: 'GlobalStandard' },
        detail: { location: 'swedencentral' },
      },
      {
        code: 'use_deployment_type',
        change: { deploymentType: 'DataZoneStandard' },
        detail: { deploymentType: 'DataZoneStandard' },
      },
      { code: 'use_capacity', change: { capacity: 20 }, detail: { tokens: 20_000 } },
    ]);
  });

  it('counts versions of one model in one row', async () => {
    const azure = createFakeAzure();
    setLimit(azure, 'eastus2', 110);
    const catalogue = azure.world.models.eastus2 ?? [];
    const older = catalogue.filter(({ modelName }) => modelName === 'gpt-5.2');
    catalogue.push(...older.map((model) => ({ ...model, modelVersion: '2025-11-01' })));
    await azure.createResourceGroup(group);
    const make = await anAccount(azure, 'team-a');
    await make('old', 60, ['gpt-5.2', '2025-11-01']);
    const verdict = await judged(azure);
    expect(verdict.problem?.detail).toMatchObject({ free: 50, holders: 'team-a/old (60)' });
  });

  it('offers only what helps', async () => {
    const azure = createFakeAzure();
    ['eastus2', 'swedencentral', 'eastus'].forEach((location) => setLimit(azure, location, 0));
    expect(codes(await judged(azure))).toEqual([]);
    setLimit(azure, 'eastus2', 2);
    expect(codes(await judged(azure))).toEqual(['use_capacity']);
    setLimit(azure, 'eastus', 99);
    expect(codes(await judged(azure))).toEqual(['use_capacity']);
    setLimit(azure, 'eastus', 100);
    expect(codes(await judged(azure))).toEqual(['use_location', 'use_capacity']);
  });

  it('asks the service, too: quota is a permission', async () => {
    const azure = createFakeAzure();
    const left = (location: string, available: number) => ({
      location,
      deploymentType: 'GlobalStandard',
      available,
    });
    azure.world.capacities['gpt-5.2/2025-12-11'] = [left('eastus2', 5), left('swedencentral', 99)];
    const verdict = await judged(azure);
    expect(verdict.problem).toEqual({
      code: 'insufficient_capacity',
      field: 'capacity',
      detail: {
        needed: 100,
        free: 1_000,
        limit: 1_000,
        used: 0,
        available: 5,
        model: 'gpt-5.2',
        location: 'eastus2',
      },
    });
    // Sweden has the quota but not the capacity.
    expect(verdict.fixes?.map(({ change }) => change)).toEqual([
      { location: 'eastus', deploymentType: 'GlobalStandard' },
      { deploymentType: 'DataZoneStandard' },
      { capacity: 5 },
    ]);
  });

  it('passes when the service does not say', async () => {
    const azure = createFakeAzure();
    azure.fail('capacities', { code: 'authorization_failed' }, 9);
    expect(await judged(azure)).toEqual({ check: 'quota', status: 'pass' });
  });

  it('tells no quota from quota that nobody named', async () => {
    const azure = createFakeAzure();
    const { usages } = azure.world;
    usages.eastus2 = usages.eastus2?.filter(({ name }) => !name.includes('gpt-5.2')) ?? [];
    const missing = await judged(azure);
    expect(missing).toMatchObject({ status: 'fail', problem: { code: 'quota_missing' } });
    expect(codes(missing)).toEqual(['use_location', 'use_model']);
    usages.eastus2 = [];
    expect(await judged(azure)).toMatchObject({
      status: 'unverified',
      problem: { code: 'quota_unreadable' },
    });
  });
});
