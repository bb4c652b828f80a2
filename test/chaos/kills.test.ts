import { kills } from './kills';

/**
 * A sample: resume on one node, the deletion of an account on two, lost responses of a role assignment and of its
 * deletion, and the endpoint with both targets. `chaos:kills` runs all.
 */
const slice = new Set([26, 49, 56, 74, 82]);

it('a killed Kibana leaves nothing undone, duplicated or behind', async () => {
  const rows = await kills({ isChosen: (index) => slice.has(index) });
  expect(rows.map(({ matrix, call, fault, wrong }) => [matrix, call, fault, wrong])).toEqual([
    ['kills: resume, connector', 'the answer of Kibana', 'killed at once, one node', undefined],
    ['kills: undo, connector', 'account', 'killed after, two nodes', undefined],
    ['kills: setup, no keys', 'role assignment', 'killed after, one node', undefined],
    ['kills: undo, no keys', 'role assignment', 'killed after, one node', undefined],
    ['kills: setup, both', 'endpoint', 'killed after, one node', undefined],
  ]);
});
