import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { setupRequestSchema, type SetupRequest } from '../../common/setup_request';
import { createArmAzure } from '../../server/azure/arm_azure';
import { createTransport } from '../../server/azure/arm_transport';
import { rememberReads } from '../../server/azure/remember_reads';
import { makePlan } from '../../server/runs/plan';
import { createSeal } from '../../server/sign_in/seal';
import { createSignIn } from '../../server/sign_in/sign_in';
import { startSimulator, type Simulator } from '../azure/simulator';
import { credentials, ids } from '../azure/worlds/people';
import type { WorldName } from '../azure/worlds/worlds';
import { aSetupRequest } from '../fakes/a_setup_request';
import { createFakeConnectors } from '../fakes/fake_connectors';
import { readFileSync } from 'node:fs';

jest.setTimeout(60_000);

let dir: string;
let simulator: Simulator;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-worlds-'));
  simulator = await startSimulator({ dir });
});
afterAll(async () => {
  await simulator.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Signs in to the world and plans, over the real SDK. */
async function planIn(world: WorldName, change: Partial<SetupRequest>) {
  simulator.reset(world, 'instant');
  const certificateAuthorities = [readFileSync(simulator.caFile, 'utf8')];
  const { proxyUrl } = simulator;
  const httpClient = createTransport({ cloud: 'public', proxyUrl, certificateAuthorities });
  const desk = createSignIn({
    seal: createSeal(),
    transport: () => httpClient,
    deviceCodeClientId: ids.azureCli,
    serverIdentityEnabled: false,
  });
  const bound = { user: 'somebody', space: 'default' };
  const signIn = { kind: 'service_principal', cloud: 'public', ...credentials.good } as const;
  const signedIn = await desk.start(signIn, bound);
  const { tenantId, accessToken, expiresAt } = desk.open(signedIn.session, bound);
  const azure = createArmAzure({ cloud: 'public', tenantId, accessToken, httpClient });
  const request = v.parse(setupRequestSchema, {
    ...aSetupRequest({
      subscriptionId: ids.main,
      accountName: `kibana-${randomUUID().slice(0, 8)}`,
    }),
    ...change,
  });
  const plan = await makePlan({
    request: { customSubDomainName: request.accountName, ...change, ...request },
    azure: rememberReads(azure),
    connectors: createFakeConnectors(),
    sessionExpiresAt: expiresAt,
    now: new Date(),
    kibanaVersion: '9.4.0',
  });
  const reads = /checkDomainAvailability|checkPolicyRestrictions|oauth2/;
  const writes = simulator.requests.filter(
    ({ method, path: url }) => method !== 'GET' && method !== 'HEAD' && !reads.test(url),
  );
  expect(writes).toEqual([]);
  return plan;
}

type Found = [check: string, status: string, code: string, fixes?: string[]];

const named = (name: string) => ({ accountName: name, customSubDomainName: name });

/** World, what is asked for in it, and everything the checks must find: no more and no less. */
const rows: Array<[WorldName, Partial<SetupRequest>, Found[]]> = [
  ['empty', {}, []],
  ['established', {}, []],
  ['disabled_subscription', {}, [['subscription', 'fail', 'subscription_disabled']]],
  ['group_locked', {}, [['resource_group', 'fail', 'scope_locked']]],
  ['group_delete_lock', {}, [['resource_group', 'warn', 'scope_locked_for_removal']]],
  [
    'subdomain_taken',
    named('taken-name'),
    [['name_free', 'fail', 'subdomain_taken', ['use_name']]],
  ],
  [
    'subdomain_own_account',
    named('own-openai'),
    [['name_free', 'fail', 'subdomain_taken_by_own_account', ['use_existing_account', 'use_name']]],
  ],
  [
    'soft_deleted_other_group',
    named('binned-openai'),
    [['name_free', 'fail', 'subdomain_held_by_deleted_account', ['use_name']]],
  ],
  [
    'soft_deleted_twin',
    { resourceGroup: 'rg-kibana', ...named('kibana-openai') },
    [
      [
        'name_free',
        'fail',
        'account_soft_deleted',
        ['restore_account', 'purge_account', 'use_name'],
      ],
    ],
  ],
  [
    'soft_deleted_twin',
    { resourceGroup: 'rg-kibana', ...named('kibana-openai'), onDeletedAccount: 'restore' },
    [],
  ],
  ['account_limit', {}, [['account', 'fail', 'account_limit_reached']]],
  ['region_closed', {}, [['region', 'fail', 'region_closed', ['use_location']]]],
  ['policy_location', {}, [['policy', 'fail', 'policy_denies_location', ['use_location']]]],
  ['policy_tag', {}, [['policy', 'fail', 'policy_requires_tag', ['add_tag']]]],
  ['policy_tag', { tags: { costCenter: '42' } }, []],
  ['policy_no_public_access', {}, [['policy', 'fail', 'policy_denies_public_access']]],
  ['policy_no_keys', {}, [['policy', 'fail', 'policy_denies_keys']]],
  ['policy_modifies_keys', {}, [['policy', 'fail', 'policy_denies_keys']]],
  [
    'empty',
    { networkAccess: 'disabled' },
    [['network', 'warn', 'network_locks_out', ['open_network']]],
  ],
  [
    'empty',
    { networkAccess: 'selected' },
    [['network', 'warn', 'network_locks_out', ['open_network']]],
  ],
  [
    'empty',
    { modelName: 'gpt-9', modelVersion: '1' },
    [['model_offered', 'fail', 'model_not_offered', ['use_model']]],
  ],
  [
    'empty',
    { modelName: 'gpt-4o', modelVersion: '2024-08-06', capacity: 40 },
    [['model_lifecycle', 'fail', 'model_deprecating', ['use_model']]],
  ],
  [
    'empty',
    { modelName: 'gpt-4o', modelVersion: '2024-05-13', capacity: 40 },
    [['model_lifecycle', 'fail', 'model_deprecated', ['use_model']]],
  ],
  [
    'empty',
    { modelName: 'gpt-5.1', modelVersion: '2025-11-13' },
    [['model_lifecycle', 'warn', 'model_retires_soon', ['use_model']]],
  ],
  [
    'empty',
    { modelName: 'gpt-5.4', modelVersion: '2026-03-05' },
    [['model_lifecycle', 'warn', 'model_needs_reasoning_effort', ['use_model']]],
  ],
  [
    'empty',
    { deploymentType: 'Standard', capacity: 400 },
    [
      [
        'quota',
        'fail',
        'insufficient_quota',
        ['use_location', 'use_deployment_type', 'use_capacity'],
      ],
    ],
  ],
  ['empty', { capacity: 10 }, [['quota', 'warn', 'quota_low']]],
  ['no_quota', {}, [['quota', 'fail', 'insufficient_quota']]],
  ['used_up_quota', {}, [['quota', 'fail', 'insufficient_quota']]],
  ['little_quota', {}, [['quota', 'fail', 'insufficient_quota', ['use_capacity']]]],
  ['little_quota', { capacity: 10 }, [['quota', 'warn', 'quota_low']]],
  ['no_usage_row', {}, [['quota', 'fail', 'quota_missing']]],
  [
    'service_capacity_low',
    {},
    [['quota', 'fail', 'insufficient_capacity', ['use_location', 'use_capacity']]],
  ],
  [
    'service_capacity_low',
    { deploymentType: 'Standard', capacity: 400 },
    [['quota', 'fail', 'insufficient_quota', ['use_location', 'use_capacity']]],
  ],
];

it.each(rows)('%s %j', async (world, change, expected) => {
  const { verdicts } = await planIn(world, change);
  const found = verdicts
    .filter(({ status }) => status !== 'pass')
    .map(({ check, status, problem, fixes }) => [
      check,
      status,
      problem?.code,
      ...(fixes ? [fixes.map(({ code }) => code)] : []),
    ]);
  expect(found).toEqual(expected);
});

it('trial_subscription: says that the offer may not use it, and everything that follows from it', async () => {
  const { verdicts } = await planIn('trial_subscription', {});
  const failed = verdicts.filter(({ status }) => status === 'fail');
  expect(failed.map(({ problem }) => problem?.code)).toContain('subscription_not_eligible');
});

it('reader_only: names each right that is missing', async () => {
  const { verdicts } = await planIn('reader_only', {});
  const missing = verdicts.filter(({ problem }) => problem?.code === 'authorization_failed');
  expect(missing.map(({ problem }) => problem?.detail?.action)).toEqual([
    'Microsoft.Resources/subscriptions/resourceGroups/write',
    'Microsoft.CognitiveServices/accounts/write',
    'Microsoft.CognitiveServices/accounts/deployments/write',
    'Microsoft.CognitiveServices/accounts/listKeys/action',
  ]);
});

it('cognitive_contributor: offers the group in which everything else is allowed', async () => {
  const { verdicts } = await planIn('cognitive_contributor', {});
  const failed = verdicts.filter(({ status }) => status === 'fail');
  expect(failed).toHaveLength(1);
  expect(failed[0]?.fixes?.[0]?.change).toEqual({ resourceGroup: 'rg-team' });
});

it('deployment_name_taken: the plan says that the name is another model', async () => {
  const change = { resourceGroup: 'rg-team', ...named('team-openai') };
  const { steps } = await planIn('deployment_name_taken', change);
  expect(steps.find(({ step }) => step === 'model_deployment')?.problem?.code).toBe(
    'deployment_conflict',
  );
});
