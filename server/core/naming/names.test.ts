import { freeTargetName } from './names';

const target = (...names: string[]) => names.map((name) => ({ id: name, name }));

test.each([
  ['Azure', [], 'Azure'],
  ['Azure', ['Azure'], 'Azure (2)'],
  ['Azure', ['Azure', 'Azure (2)'], 'Azure (3)'],
  ['Azure (3)', ['Azure (3)', 'Azure'], 'Azure (2)'],
  ['Azure (2)', ['Azure', 'Azure (2)', 'Azure (3)'], 'Azure (4)'],
  ['Azure (2024)', ['Azure (2024)'], 'Azure (2024) (2)'],
])('%s beside %j becomes %s', (name, taken, free) => {
  expect(freeTargetName(name, target(...taken))).toBe(free);
});
