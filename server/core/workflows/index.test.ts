import { checkIds } from '../../../common/check';
import { stepIds } from '../../../common/steps';
import { environmentChecks } from '../checks';
import { workflows } from '.';

const all = Object.values(workflows);

it('the workflows carry out every step', () => {
  const carriedOut = new Set(all.flatMap(({ steps }) => steps.map(({ id }) => id)));
  expect(stepIds.filter((id) => !carriedOut.has(id))).toEqual([]);
});

it('the workflows and the first screen run every check', () => {
  const run = [...all.flatMap(({ checks }) => checks), ...environmentChecks];
  const ids = new Set(run.map(({ id }) => id));
  expect(checkIds.filter((id) => !ids.has(id))).toEqual([]);
});
