import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCodes } from '../common/problem';

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
  });

/** Everything that can answer a Problem: the server, what it shares with the page, and the page's own calls. */
const sources = ['server', 'common', 'public/api']
  .flatMap(sourcesIn)
  .filter((file) => file !== path.join('common', 'problem_codes.ts'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');

it('every problem has a producer', () => {
  const unused = problemCodes.filter(
    (code) => !sources.includes(`'${code}'`) && !sources.includes(` ${code}:`),
  );
  expect(unused).toEqual([]);
});
