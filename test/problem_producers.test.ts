import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { problemCodes } from '../common/problem';

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(file);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [file] : [];
  });

/** Code that only compares, lists or types problem codes does not produce a problem. */
const mentions = [
  /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
  /new Set(?:<\w+>)?\(\[[\s\S]*?\]\)/g,
  /[!=]==\s*'\w+'|case '\w+'|\|\s*'\w+'|<'\w+'/g,
  /\.(?:includes|has)\('\w+'\)/g,
];

/** The code that can produce a Problem: the server, and the page's API client. */
const sources = ['server', 'public/api']
  .flatMap(sourcesIn)
  .map((file) => readFileSync(file, 'utf8'))
  .map((source) => mentions.reduce((rest, mention) => rest.replace(mention, ''), source))
  .join('\n');

it('every problem has a producer', () => {
  expect(problemCodes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});

it.each([
  ["if (code === 'quota_low') return;", false],
  ["new Set([\n  'quota_low',\n])", false],
  ["type Low = Problem<'quota_low'>;", false],
  ["type Low =\n  | 'quota_low'", false],
  ["warn({ code: 'quota_low', detail })", true],
  ["429: 'quota_low',", true],
])('a producer is more than a mention: %s', (source, produces) => {
  const rest = mentions.reduce((left, mention) => left.replace(mention, ''), source);
  expect(rest.includes("'quota_low'")).toBe(produces);
});
