import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { inProject } from '../scripts/paths';
import { projectFiles } from './support/project_files';

/** The files of `common` whose types are answers of routes only; a run is also the server's record. */
const outputs = ['check', 'environment', 'models/offers', 'options', 'plan', 'recommendation'];

function membersIn(file: string): string[] {
  const text = readFileSync(inProject(file), 'utf8');
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && ts.isIdentifier(node.name)) names.push(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return [...new Set(names)];
}

const readers = projectFiles(['public', 'common']).map((file) => ({
  file,
  text: readFileSync(inProject(file), 'utf8'),
}));

it.each(outputs)('common/%s.ts declares no member that the page does not read', (name) => {
  const file = `common/${name}.ts`;
  const texts = readers.filter((reader) => reader.file !== file).map(({ text }) => text);
  const unread = membersIn(file).filter((member) => {
    const word = new RegExp(`\\b${member}\\b`);
    return !texts.some((text) => word.test(text));
  });
  expect(unread).toEqual([]);
});
