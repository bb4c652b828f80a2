import { readFileSync } from 'node:fs';
import { own } from '../../common/values/own';
import { inProject } from '../../scripts/paths';
import { projectFiles } from '../support/project_files';

/** Tables with external keys; tables keyed by a union are complete. */
const table = /const (\w+): (?:Readonly<|Partial<)*Record<string, /g;

const lookups = projectFiles(['common', 'server', 'public']).flatMap((file) => {
  const text = readFileSync(inProject(file), 'utf8');
  const names = [...text.matchAll(table)].map(([, name = '']) => name);
  return names
    .filter((name) => text.includes(`${name}[`) && !text.includes(`hasOwn(${name},`))
    .map((name) => `${file}: ${name}`);
});

const safe: readonly string[] = [
  // Written to, never read by a word of others.
  'server/core/azure/arm/errors/error_detail.ts: detail',
  'server/core/azure/arm/errors/request_detail.ts: detail',
];

it('looks up an outside word in a table by what the table itself has', () => {
  expect(lookups.filter((one) => !safe.includes(one))).toEqual([]);
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'])(
  'own finds nothing under %s, which every object knows',
  (word) => {
    expect(own({ a: 1 }, word)).toBeUndefined();
    expect(own({ a: 1 }, 'a')).toBe(1);
  },
);
