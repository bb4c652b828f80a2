import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { SetupError } from '../../common/problem';
import { recommend } from '../../server/core/catalog/recommendation';
import { makePlan } from '../../server/core/workflows/engine/plan';
import { newRun } from '../../server/core/workflows/engine/run_state';
import { setUp } from '../../server/core/workflows/set_up';
import { ids } from '../azure';
import { aTickContext } from '../support/builders/a_tick_context';
import { carryOut, carryOutUndo } from '../support/carry_out';
import { createFakeTarget, fakeTargets } from '../support/fake_target';
import { usePlanner } from './plan_in_world';
import { allGranted } from '../support/builders/answers';

const roleSchema = v.object({ Actions: v.array(v.string()), NotActions: v.array(v.string()) });
const readme = readFileSync('README.md', 'utf8');
const json = /```json\n(\{\n {2}"Name": "Kibana Azure OpenAI setup"[^`]+)```/.exec(readme)?.[1];
const { Actions: actions, NotActions: notActions } = v.parse(roleSchema, JSON.parse(json ?? ''));

const kibanaVersion = '9.4.0';

const planner = usePlanner();

async function wayWith(allowed: readonly string[]): Promise<string[]> {
  const { azure, expiresAt } = await planner.enter('empty', ({ state }) => {
    for (const app of state.world.apps) {
      const role = { id: randomUUID(), actions: allowed, notActions, dataActions: [] };
      app.assignments = [{ scope: `/subscriptions/${ids.main}`, role }];
    }
  });
  const target = createFakeTarget();
  const now = new Date();
  const advised = await recommend({
    azure,
    targets: fakeTargets(target),
    useCase: 'both',
    fixed: {},
    targetFacts: allGranted(),
    now,
    kibanaVersion,
  }).catch((error: unknown) => {
    if (error instanceof SetupError) return error.problem.code;
    throw error;
  });
  if (typeof advised === 'string') return [`recommendation: ${advised}`];
  const { request } = advised;
  const plan = await makePlan(setUp, {
    ...{
      request,
      azure,
      targets: fakeTargets(target),
      now,
      sessionExpiresAt: expiresAt,
      kibanaVersion,
    },
    report(error) {
      throw error;
    },
  });
  // The run registers the provider, too.
  for (const subscription of planner.simulator.state.world.subscriptions) {
    subscription.registration = { state: 'NotRegistered' };
  }
  const context = aTickContext(azure, target, planner.simulator.state);
  const run = await carryOut(newRun(setUp, randomUUID(), request, now), context);
  const undone = await carryOutUndo(run, context);
  return [
    ...plan.verdicts
      .filter(({ status }) => status !== 'pass')
      .map(({ check, status, problem }) => `${check}: ${status} ${problem?.code}`),
    ...plan.steps.flatMap(({ step, problem }) => (problem ? [`${step}: ${problem.code}`] : [])),
    ...(run.status === 'finished' ? [] : [`run: ${run.problem?.code}`]),
    ...undone.steps
      .filter(({ problem }) => problem)
      .map(({ step, problem }) => `undo of ${step}: ${problem?.code}`),
    ...(undone.status === 'undone' ? [] : [`undo: ${undone.problem?.code}`]),
  ];
}

/**
 * The failure without each permission, in a subscription without other problems. `unverified`: the plan lists the
 * check, and setup continues.
 */
const without: Record<string, readonly string[]> = {
  'Microsoft.Resources/subscriptions/resourceGroups/read': [
    'resource_group: authorization_failed',
    'run: authorization_failed',
    'undo of resource_group: authorization_failed',
  ],
  'Microsoft.Resources/subscriptions/resourceGroups/write': [
    'permissions: fail authorization_failed',
    'run: authorization_failed',
  ],
  'Microsoft.Resources/subscriptions/resourceGroups/delete': [
    'undo of resource_group: authorization_failed',
  ],
  'Microsoft.Resources/subscriptions/resourceGroups/resources/read': [
    'undo of resource_group: authorization_failed',
  ],
  'Microsoft.Resources/subscriptions/providers/read': [
    'provider_registered: unverified provider_unreadable',
    'run: provider_not_registered',
  ],
  'Microsoft.Authorization/locks/read': ['resource_group: unverified locks_unreadable'],
  'Microsoft.Authorization/policyAssignments/read': [],
  'Microsoft.PolicyInsights/checkPolicyRestrictions/read': [
    'policy: unverified policies_unreadable',
  ],
  'Microsoft.Authorization/permissions/read': [],
  'Microsoft.CognitiveServices/register/action': ['run: authorization_failed'],
  'Microsoft.CognitiveServices/checkDomainAvailability/action': [
    'name_free: unverified subdomain_unverified',
  ],
  'Microsoft.CognitiveServices/skus/read': ['recommendation: authorization_failed'],
  'Microsoft.CognitiveServices/locations/models/read': ['recommendation: authorization_failed'],
  'Microsoft.CognitiveServices/locations/usages/read': [
    'account: unverified quota_unreadable',
    'quota: unverified quota_unreadable',
  ],
  'Microsoft.CognitiveServices/accounts/read': [
    'allowed_host: unverified azure_error',
    'offer: unverified regions_unreadable',
    'region: unverified regions_unreadable',
    'account: unverified quota_unreadable',
    'name_free: unverified subdomain_unverified',
    'policy: unverified policies_unreadable',
    'network: unverified azure_error',
    'endpoint_reach: unverified azure_error',
    'account: authorization_failed',
    'run: authorization_failed',
    'undo of account: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/write': [
    'permissions: fail authorization_failed',
    'run: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/delete': [
    'undo of resource_group: resource_not_empty',
    'undo of account: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/listKeys/action': [
    'permissions: fail authorization_failed',
    'run: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/deployments/read': [
    'model_offered: unverified model_unverified',
    'model_lifecycle: unverified model_unverified',
    'quota: unverified quota_unreadable',
    'model_deployment: authorization_failed',
    'run: authorization_failed',
    'undo of model_deployment: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/deployments/write': [
    'permissions: fail authorization_failed',
    'run: authorization_failed',
  ],
  'Microsoft.CognitiveServices/accounts/deployments/delete': [
    'undo of resource_group: resource_not_empty',
    'undo of account: resource_not_empty',
    'undo of model_deployment: authorization_failed',
  ],
  'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/read': [
    'name_free: unverified subdomain_unverified',
    'undo of account: authorization_failed',
  ],
  'Microsoft.CognitiveServices/locations/resourceGroups/deletedAccounts/delete': [
    'undo of account: authorization_failed',
  ],
};

/** Every person may read their own permissions here, and the names of policies matter only where one denies. */
const quiet = [
  'Microsoft.Authorization/policyAssignments/read',
  'Microsoft.Authorization/permissions/read',
];

it('the smallest role is enough for a setup and its removal', async () => {
  expect(await wayWith(actions)).toEqual([]);
});

it('the smallest role has exactly the permissions of the table', () => {
  expect([...actions].sort()).toEqual(Object.keys(without).sort());
  const silent = actions.filter((action) => without[action]?.length === 0);
  expect(silent).toEqual(quiet);
});

it.each(actions)('a setup needs %s', async (action) => {
  expect(await wayWith(actions.filter((other) => other !== action))).toEqual(without[action]);
});
