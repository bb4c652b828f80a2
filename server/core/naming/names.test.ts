import { freeConnectorName } from './names';

const connectors = (...names: string[]) => names.map((name) => ({ id: name, name }));

test.each([
  ['Azure', [], 'Azure'],
  ['Azure', ['Azure'], 'Azure (2)'],
  ['Azure', ['Azure', 'Azure (2)'], 'Azure (3)'],
  ['Azure (3)', ['Azure (3)', 'Azure'], 'Azure (2)'],
  ['Azure (2)', ['Azure', 'Azure (2)', 'Azure (3)'], 'Azure (4)'],
  ['Azure (2024)', ['Azure (2024)'], 'Azure (2024) (2)'],
])('%s beside %j becomes %s', (name, taken, free) => {
  expect(freeConnectorName(name, connectors(...taken))).toBe(free);
});
