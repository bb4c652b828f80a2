import * as v from 'valibot';
import { aCheckContext } from '../../../../test/support/builders/a_check_context';
import {
  azureInProcess,
  forbidden,
  type AzureInProcess,
} from '../../../../test/support/azure_in_process';
import {
  aDeployment,
  aGroup,
  anAccount,
  models,
  offersIn,
  usageNameOf,
} from '../../../../test/azure';
import type { SetupRequest } from '../../../../common/setup_request';
import type { Verdict } from '../../../../common/check';
import { rememberReads } from '../../azure/arm/answers/remember_reads';
import { verdictsOf } from '../check';
import { quota } from './quota';

/** The one verdict about a new deployment of 100 units in East US 2. */
async function judged(azure: AzureInProcess, change: Partial<SetupRequest> = {}): Promise<Verdict> {
  const context = await aCheckContext(rememberReads(azure), { location: 'eastus2', ...change });
  const [verdict, ...more] = await verdictsOf(quota, context);
  if (!verdict || more.length > 0) throw new Error('One verdict was expected.');
  return verdict;
}

const gpt52 = ['gpt-5.2', '2025-12-11'] as const;

/** A ready account of the team with these deployments: name to capacity, model and type. */
const account = (
  name: string,
  deployments: Record<
    string,
    readonly [capacity: number, model?: readonly [string, string], type?: string]
  >,
  location = 'eastus2',
) =>
  anAccount(name, 'rg-team', {
    location,
    deployments: Object.entries(deployments).map(
      ([deployment, [capacity, model = gpt52, type = 'GlobalStandard']]) =>
        aDeployment(deployment, model, [type, capacity]),
    ),
  });

/** Gives every model and deployment type of a region this quota. */
function setLimit({ main }: AzureInProcess, location: string, limit: number) {
  const rows = models.flatMap((model) =>
    offersIn(model, location).map(({ sku }) => usageNameOf(model, sku).toLowerCase()),
  );
  const limits = Object.fromEntries(rows.map((row) => [`${location}/${row}`, limit]));
  main.quota = { ...main.quota, limits: { ...main.quota.limits, ...limits } };
}

const codes = ({ fixes = [] }: Verdict) => fixes.map(({ code }) => code);

describe('the check of the quota', () => {
  it('has the needed, available and used quota, and the deployments that use it', async () => {
    const azure = azureInProcess();
    azure.world.groups.push(aGroup('rg-team', 'eastus2'));
    azure.world.accounts.push(
      account('team-a', {
        small: [20],
        large: [900],
        'other-type': [50, undefined, 'DataZoneStandard'],
        'other-model': [50, ['gpt-4.1', '2025-04-14']],
      }),
      account('team-b', { middle: [60] }),
      account('team-c', { elsewhere: [70] }, 'swedencentral'),
    );

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
          tokensPerUnit: 1_000,
          holders: 'team-a/large (900K), team-b/middle (60K), team-a/small (20K)',
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
        change: { deploymentType: 'Standard' },
        detail: { deploymentType: 'Standard' },
      },
      { code: 'use_capacity', change: { capacity: 20 }, detail: { tokens: 20_000 } },
    ]);
  });

  it('counts versions of one model in one row', async () => {
    const azure = azureInProcess();
    setLimit(azure, 'eastus2', 110);
    azure.world.groups.push(aGroup('rg-team', 'eastus2'));
    azure.world.accounts.push(account('team-a', { old: [60, ['gpt-4o', '2024-08-06']] }));
    const verdict = await judged(azure, { modelName: 'gpt-4o', modelVersion: '2024-11-20' });
    expect(verdict.problem?.detail).toMatchObject({ free: 50, holders: 'team-a/old (60K)' });
  });

  it('offers only fixes that solve the problem', async () => {
    const azure = azureInProcess();
    azure.main.quota = { limit: 0, limits: {}, used: {} };
    expect(codes(await judged(azure))).toEqual([]);
    setLimit(azure, 'eastus2', 2);
    expect(codes(await judged(azure))).toEqual(['use_capacity']);
    setLimit(azure, 'eastus', 99);
    expect(codes(await judged(azure))).toEqual(['use_capacity']);
    setLimit(azure, 'eastus', 100);
    expect(codes(await judged(azure))).toEqual(['use_location', 'use_capacity']);
  });

  it('checks the free capacity of the service, too', async () => {
    const azure = azureInProcess();
    azure.main.serviceCapacity = { eastus2: 5, swedencentral: 99 };
    // It affects one deployment type only.
    const ofType = v.looseObject({ properties: v.looseObject({ skuName: v.string() }) });
    azure.change('capacities', (rows) =>
      rows.filter((row) => v.parse(ofType, row).properties.skuName === 'GlobalStandard'),
    );
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
        tokensPerUnit: 1_000,
        model: 'gpt-5.2',
        location: 'eastus2',
      },
    });
    // Sweden has the quota but not the capacity.
    expect(verdict.fixes?.map(({ change }) => change)).toEqual([
      { location: 'eastus', deploymentType: 'GlobalStandard' },
      { deploymentType: 'Standard' },
      { capacity: 5 },
    ]);
  });

  it('passes when the service capacity is unknown', async () => {
    const azure = azureInProcess();
    azure.fail('capacities', forbidden, 9);
    expect(await judged(azure)).toEqual({ check: 'quota', status: 'pass' });
  });

  it('distinguishes a missing quota row from unreadable quota', async () => {
    const azure = azureInProcess();
    azure.leaveOutUsages('eastus2', /gpt-5\.2/);
    const missing = await judged(azure);
    expect(missing).toMatchObject({ status: 'fail', problem: { code: 'quota_missing' } });
    expect(codes(missing)).toEqual(['use_location', 'use_model']);
    azure.leaveOutUsages('eastus2', /./);
    expect(await judged(azure)).toMatchObject({
      status: 'unverified',
      problem: { code: 'quota_unreadable' },
    });
  });
});
