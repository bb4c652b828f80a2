import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { withoutSecrets } from '../../server/core/azure/without_secrets';
import { chatUrl } from '../../common/azure/chat_url';
import { inProject } from '../../scripts/paths';
import { projectFiles } from '../support/project_files';

interface Pattern {
  file: string;
  source: string;
}

const files = projectFiles(['common', 'server', 'public']);

function patternsIn(file: string): { literals: Pattern[]; built: Pattern[] } {
  const text = readFileSync(inProject(file), 'utf8');
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const root = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const literals: Pattern[] = [];
  const built: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      literals.push({ file, source: node.text.slice(1, node.text.lastIndexOf('/')) });
    }
    const isBuilt = ts.isNewExpression(node) && node.expression.getText() === 'RegExp';
    if (isBuilt) built.push({ file, source: node.getText() });
    ts.forEachChild(node, visit);
  };
  visit(root);
  return { literals, built };
}

const all = files.map(patternsIn);
const literals = all.flatMap((one) => one.literals);
const shown = ({ file, source }: Pattern) => `${file}: ${source}`;

/** The shape of a pattern, with classes and escapes replaced by letters. */
const shapeOf = (source: string) =>
  source.replace(/\[(?:\\.|[^\]\\])*\]/g, 'C').replace(/\\./g, 'E');

/** The alternatives of a pattern: its parts between the bars that are in no group. */
function alternativesOf(shape: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const letter of shape) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts;
}

it('finds the patterns of the sources', () => {
  expect(literals.length).toBeGreaterThan(50);
});

it('builds patterns from constants only', () => {
  const built = all.flatMap((one) => one.built).map(({ file }) => file);
  expect([...new Set(built)].sort()).toEqual([
    'common/fields.ts',
    'common/words/region_name.ts',
    'server/core/azure/arm/errors/error_detail.ts',
    'server/core/azure/without_secrets.ts',
    'server/core/steps/role_assignment.ts',
  ]);
});

it('repeats no group that ends with a repetition, which takes exponential time', () => {
  const nested = literals.filter(({ source }) => /[+*]\)[+*]|[+*]\)\{\d*,/.test(shapeOf(source)));
  // Its group begins with a dot, which its repetition cannot match: there is one way to read a text.
  expect(nested.map(({ source }) => source)).toEqual(['eyJ[\\w-]{10,}(\\.[\\w-]*)*']);
});

it('looks for no run of characters at an end from all sides, which takes quadratic time', () => {
  const fromEverywhere = literals
    .filter(({ source }) =>
      alternativesOf(shapeOf(source)).some(
        (one) => /[+*]\$$/.test(one) && !/^(\^|\(\?<=C\))/.test(one),
      ),
    )
    .map(shown);
  const safe = [
    // A run of hyphens in a name of at most 64 characters.
    'public/setup/target/resource_names.ts: ^-+|-+$',
    // Of the Base64 of a secret of ours.
    'server/kibana/targets/answers/redact.ts: .?=+$',
    // Begins with words, not with a run.
    'server/core/azure/arm/locks.ts: \\/providers\\/Microsoft\\.Authorization\\/locks\\/[^/]+$',
  ];
  expect(fromEverywhere.filter((one) => !safe.includes(one))).toEqual([]);
});

it('bounds every repetition of a look-behind, which is tried at each character', () => {
  const unbounded = literals.filter(({ source }) => /\(\?<[=!][^)]*[+*]/.test(shapeOf(source)));
  expect(unbounded.map(shown)).toEqual([]);
});

describe('a hostile text of 100 kB', () => {
  const length = 100_000;
  const hostile = ['/', ' ', '-', '.', '"', 'a', 'eyJ', 'Bearer ', 'key1 ', 'AADSTS', '_token'];

  it('goes through the redaction of secrets, which reads its beginning only', () => {
    for (const part of hostile) {
      expect(withoutSecrets(part.repeat(length / part.length)).length).toBeLessThanOrEqual(2_000);
    }
  });

  it('ends with slashes and is an endpoint', () => {
    const url = chatUrl(`https://a.openai.azure.com/${'/'.repeat(length)}x`, 'chat');
    expect(url).toContain('/openai/deployments/chat/chat/completions');
  });
});
