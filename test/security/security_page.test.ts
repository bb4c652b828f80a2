import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '../../scripts/paths';

const page = readFileSync(inProject('SECURITY.md'), 'utf8');
/** Threat, mechanism and test of each line. */
const lines = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('names a test for each threat', () => {
  expect(lines.length).toBeGreaterThan(15);
  for (const [, threat, mechanism, test = ''] of lines) {
    expect([threat, mechanism]).not.toContain('');
    expect([threat, test]).toEqual([threat, expect.stringMatching(/^`\S+\.test\.tsx?`$/)]);
  }
});

it.each(lines.map(([, threat, , test = '']) => [threat, test.replaceAll('`', '')]))(
  '%s: its test exists',
  (_threat, test = '') => {
    expect([test, existsSync(inProject(test))]).toEqual([test, true]);
    expect(readFileSync(inProject(test), 'utf8')).toMatch(/\b(it|test)(\.each)?\b/);
  },
);
