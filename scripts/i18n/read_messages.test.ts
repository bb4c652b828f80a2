import ts from 'typescript';
import { inProject } from '../paths';
import { readMessages } from './read_messages';

const file = inProject('public/a.tsx');

const read = (source: string) => {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.Latest);
  const program = ts.createProgram(
    [file],
    { noLib: true, types: [], jsx: ts.JsxEmit.Preserve },
    { ...ts.createCompilerHost({}), getSourceFile: (name) => (name === file ? parsed : undefined) },
  );
  return readMessages(program, [file], 'plugin');
};

test('texts are found in calls and in elements, with their places', () => {
  const { messages, faults } = read(`
    const title = i18n.translate('plugin.title', { defaultMessage: 'A title' });
    const element = <FormattedMessage id="plugin.body" defaultMessage="Costs {n}" values={{ n: 1 }} />;
  `);
  expect(faults).toEqual([]);
  expect(messages).toEqual([
    { id: 'plugin.title', text: 'A title', where: 'public/a.tsx:2' },
    { id: 'plugin.body', text: 'Costs {n}', where: 'public/a.tsx:3' },
  ]);
});

test.each([
  ['i18n.translate(id, { defaultMessage: "Text" })', 'the id is no literal'],
  ['i18n.translate("plugin.a", { defaultMessage: text })', 'its text is no literal'],
  ['i18n.translate("plugin.a", { defaultMessage: `${n} times` })', 'its text is no literal'],
  ['i18n.translate("plugin.a", {})', 'its text is no literal'],
  ['i18n.translate("other.a", { defaultMessage: "Text" })', 'does not start with plugin.'],
  ['i18n.translate("plugin.a", { defaultMessage: "An {open" })', 'is no ICU message'],
  ['i18n.translate("plugin.a", { defaultMessage: "Use <name> here" })', 'is no ICU message'],
  ['i18n.translate("plugin.a", { defaultMessage: "{n, plural, one {# a}}" })', 'no ICU message'],
  ['i18n.translate("plugin.a", { defaultMessage: "{n} left" })', '{n} gets no value'],
  [
    'i18n.translate("plugin.a", { defaultMessage: "{n} left", values: { n, m } })',
    'value m is not used',
  ],
  [
    'i18n.translate("plugin.a", { defaultMessage: "{n} left", values: detail })',
    '{n} gets no value',
  ],
  ['`${i18n.translate("plugin.a", { defaultMessage: "Text" })}: 1`', 'is glued'],
  ['i18n.translate("plugin.a", { defaultMessage: "Text" }) + name', 'is glued'],
  ['<p>Hello</p>', 'not translated: Hello'],
  ['<button aria-label="Close" />', 'not translated: Close'],
  ['<input placeholder={`${name} 1`} />', 'not translated: `${name} 1`'],
])('%s is a fault', (source, fault) => {
  const { faults } = read(`const value = ${source};`);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(/^public\/a\.tsx:1 /);
  expect(faults[0]).toContain(fault);
});

test('values are known by their types: through a name, and after a guard', () => {
  const { faults } = read(`
    declare const has: <Name extends string>(
      detail: object, ...names: Name[]) => detail is { [Key in Name]: string };
    const shared = { used: 1, other: 2 };
    const one = i18n.translate('plugin.one', { defaultMessage: '{used}', values: shared });
    const words = ({ detail }: { detail: { sometimes?: string } }) =>
      has(detail, 'name', 'region') &&
      i18n.translate('plugin.two', { defaultMessage: '{name} in {region}', values: detail });
    const otherwise = (detail: { sometimes?: string }) => has(detail, 'name')
      ? i18n.translate('plugin.three', { defaultMessage: '{name}', values: detail })
      : i18n.translate('plugin.four', { defaultMessage: '{sometimes}', values: detail });
    interface Array<T> { [at: number]: T }
  `);
  expect(faults).toEqual([
    'public/a.tsx:11 plugin.four: {sometimes} gets no value that can be seen here',
  ]);
});

test('code and punctuation need no translation', () => {
  const { faults } = read(`
    const element = <p title={text.title}>{text.body} · <EuiCodeBlock>az login</EuiCodeBlock></p>;
  `);
  expect(faults).toEqual([]);
});

test('an id that is used twice is a fault', () => {
  const { faults } = read(`
    i18n.translate('plugin.a', { defaultMessage: 'One' });
    i18n.translate('plugin.a', { defaultMessage: 'Two' });
  `);
  expect(faults).toEqual(['public/a.tsx:3 plugin.a: is taken by public/a.tsx:2']);
});
