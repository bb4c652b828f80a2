import { isAtLeast } from './kibana_version';

describe('a version of Kibana', () => {
  it.each([
    ['9.4.0', [9, 4], true],
    ['9.4.0', [9, 4, 1], false],
    ['9.4.10', [9, 4, 6], true],
    ['9.10.0', [9, 4, 6], true],
    ['10.0.0', [9, 6], true],
    ['8.19.9', [9, 2], false],
    ['9.6.0-SNAPSHOT', [9, 6], true],
    ['9.6', [9, 6, 1], false],
    ['', [9, 2], false],
    ['main', [9, 2], false],
  ] as const)('%s is at least %j: %s', (version, wanted, expected) => {
    expect(isAtLeast(version, wanted)).toBe(expected);
  });
});
