import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from '../scripts/paths';

const documents = ['.', '.docs', 'test', 'test/azure', 'test/kibana'].flatMap((folder) =>
  readdirSync(inProject(folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join(folder, file)),
);

/** Paths of elastic/kibana, which are sources of rules. */
const isKibanas = (name: string) => /^(src|x-pack)\//.test(name);
const isSource = (name: string) => /^[\w.-]+(\/[\w.-]+)*\.(tsx?|cjs|mjs|md)$/.test(name);
const isPath = (name: string) => /^[\w.-]+(\/[\w.-]+)*\/?$/.test(name) && name.includes('/');

const existsFor = (document: string, name: string) =>
  [name, path.posix.join(path.posix.dirname(document), name)].some((file) =>
    existsSync(inProject(file)),
  );

/** Names between backticks that are paths of the project: of a source file, or below a folder that exists. */
const missingIn = (document: string, text: string): string[] => {
  const quoted = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const named = quoted
    .filter((name) => !isKibanas(name))
    .filter(
      (name) => isSource(name) || (isPath(name) && existsFor(document, name.split('/')[0] ?? name)),
    );
  const links = [...text.matchAll(/\]\(([^)#:\s]+)(#[^)]*)?\)/g)].map(([, name = '']) => name);
  return [...named, ...links].filter((name) => !existsFor(document, name));
};

it.each(documents)('%s names only files and folders that exist', (document) => {
  expect(missingIn(document, readFileSync(inProject(document), 'utf8'))).toEqual([]);
});

it('finds a stale name of a file, of a folder and in a link', () => {
  const text = 'See `gone.ts`, `server/gone`, `arm/gone.ts`, `arm/arm.ts`, [it](gone.md#there).';
  expect(missingIn('test/azure/README.md', text)).toEqual([
    ...['gone.ts', 'server/gone', 'arm/gone.ts', 'gone.md'],
  ]);
});
