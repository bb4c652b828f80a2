import { toStepId } from './step_ids';

test.each([
  ['model', 'model'],
  ['connector', 'target'],
  ['nowhere', undefined],
  [null, undefined],
])('toStepId opens a step when a link says %p', (text, step) => {
  expect(toStepId(text)).toBe(step);
});
