import { randomUUID } from 'node:crypto';
import { ids } from '../azure';
import { findingsOf } from './findings';
import { usePlanner } from './plan_in_world';

const planner = usePlanner();

describe('a custom role', () => {
  it.each([
    ['eight wildcards', '*'.repeat(8) + '!'],
    ['a wildcard before each of many letters', '*e'.repeat(60) + '!'],
    ['a regular expression', '^(.*)*$'],
  ])('with %s denies nothing and does not delay the check', async (_what, pattern) => {
    const role = { id: randomUUID(), actions: ['*'], notActions: [pattern], dataActions: [] };
    const plan = await planner.planIn(
      'empty',
      {},
      {
        arrange({ state }) {
          for (const app of state.world.apps) {
            app.assignments = [{ scope: `/subscriptions/${ids.main}`, role }];
          }
        },
      },
    );
    expect(findingsOf(plan)).toEqual([]);
  });
});
