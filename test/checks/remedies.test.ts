import type { Fix } from '../../common/check';
import type { Plan } from '../../common/plan';
import type { SetupRequest } from '../../common/setup_request';
import type { Cloud } from '../../common/sign_in';
import { type WorldName, worldNames } from '../azure';
import { expectedWorlds } from './expected_worlds';
import { usePlanner } from './plan_in_world';

const planner = usePlanner();

const cloudOf: Partial<Record<WorldName, Cloud>> = {
  us_government: 'usGovernment',
  china: 'china',
};

interface Found {
  /** A check or a step, and the code of what it found. */
  what: string;
  fixes: Fix[];
}

const foundIn = ({ verdicts, steps }: Plan): Found[] => [
  ...verdicts.map(({ check, problem, fixes = [] }) => ({
    what: `${check} ${problem?.code}`,
    fixes,
  })),
  ...steps.map(({ step, problem, fixes = [] }) => ({ what: `${step} ${problem?.code}`, fixes })),
];

/** The input that a person has to enter before a new plan. */
function completed({ change }: Fix): Partial<SetupRequest> {
  if (!change.tags) return change;
  const tags: SetupRequest['tags'] = {};
  for (const [name, value] of Object.entries(change.tags)) tags[name] = value || 'x';
  return { ...change, tags };
}

const rows = worldNames.flatMap((world) =>
  expectedWorlds[world]
    .filter(({ found }) => found.some((line) => line.includes(': ')))
    .map(({ request = {} }) => ({ world, request })),
);

it.each(rows)('every fix in $world solves its problem: $request', async ({ world, request }) => {
  const options = { cloud: cloudOf[world] };
  const account = { accountName: 'kibana-remedies' };
  const first = await planner.planIn(world, { ...account, ...request }, options);
  const stuck: string[] = [];
  for (const { what, fixes } of foundIn(first)) {
    for (const fix of fixes) {
      const change = { ...account, ...request, ...completed(fix) };
      const next = await planner.planIn(world, change, options);
      const again = foundIn(next).some((one) => one.what === what);
      if (again) stuck.push(`${what}: ${fix.code}`);
    }
  }
  expect(stuck).toEqual([]);
});

/** A field is named where a value of it exists that settles the problem; without any, the words say what else helps. */
it.each(['no_quota', 'account_limit', 'trial_subscription'] as const)(
  'no field is offered in %s that could not solve the problem',
  async (world) => {
    const plan = await planner.planIn(world);
    const fields = plan.verdicts
      .filter(({ status }) => status === 'fail')
      .map(({ problem, fixes = [] }) => [problem?.field, fixes.length]);
    expect(fields).not.toContainEqual(['capacity', 0]);
    expect(fields).not.toContainEqual(['location', 0]);
  },
);
