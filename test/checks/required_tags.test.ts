import { valuesOf } from '../../common/problem';
import type { SetupRequest } from '../../common/setup_request';
import type { Simulator } from '../azure';
import { findingsOf } from './findings';
import { usePlanner } from './plan_in_world';

const planner = usePlanner();

const types = [
  'microsoft.resources/subscriptions/resourcegroups',
  'microsoft.cognitiveservices/accounts',
  'microsoft.cognitiveservices/accounts/deployments',
];
const names = ['costCenter', 'owner', 'environment', 'application', 'dataClass', 'contact'];

/** Six policies, each of which asks for a tag on groups, accounts or deployments. */
function sixTags({ state }: Simulator): void {
  for (const subscription of state.world.subscriptions) {
    subscription.policies = names.map((requiredTag, index) => ({
      assignmentName: `require-${requiredTag}`,
      displayName: `Require the tag ${requiredTag}`,
      effect: 'deny',
      resourceType: types[index % types.length] ?? '',
      requiredTag,
    }));
  }
}

const planWith = (change: Partial<SetupRequest> = {}) =>
  planner.planIn('empty', change, { arrange: sixTags });

it('six required tags are one problem with one fix, which adds all of them', async () => {
  const plan = await planWith({ tags: { OWNER: 'ann', team: 'ai' } });
  expect(findingsOf(plan)).toEqual(['policy fail policy_requires_tag: add_tag']);
  const { problem, fixes = [] } = plan.verdicts.find(({ check }) => check === 'policy') ?? {};
  const missing = names.filter((name) => name !== 'owner');
  expect(problem?.detail).toMatchObject({ count: 5 });
  expect(String(valuesOf(problem).tagName).split(', ').sort()).toEqual([...missing].sort());
  const tags = fixes[0]?.change.tags ?? {};
  expect(tags).toEqual({
    OWNER: 'ann',
    team: 'ai',
    ...Object.fromEntries(missing.map((name) => [name, ''])),
  });
  const typed = Object.fromEntries(
    Object.entries(tags).map(([name, value]) => [name, value || 'x']),
  );
  expect(findingsOf(await planWith({ tags: typed }))).toEqual([]);
});
