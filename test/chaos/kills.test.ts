import { kills } from './kills';

/** The first moment of a resume on one node, and the deletion of an account on two; `chaos:kills` has them all. */
const slice = new Set([26, 49]);

it('a Kibana killed in the middle leaves nothing undone, nothing twice and nothing behind', async () => {
  const rows = await kills({ isChosen: (index) => slice.has(index) });
  expect(rows.map(({ matrix, call, wrong }) => [matrix, call, wrong])).toEqual([
    ['kills: resume', 'the answer of Kibana', undefined],
    ['kills: undo', 'account', undefined],
  ]);
});
