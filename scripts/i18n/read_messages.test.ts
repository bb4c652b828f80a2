import { readMessages, repeatedIds } from './read_messages';

const read = (source: string) => readMessages('public/a.tsx', source, 'plugin');

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

test('values are followed to the literal that a name stands for, and to the guard around them', () => {
  const { faults } = read(`
    const shared = { used: 1, other: 2 };
    const one = i18n.translate('plugin.one', { defaultMessage: '{used}', values: shared });
    const words = ({ detail }) =>
      has(detail, 'name', 'region') &&
      i18n.translate('plugin.two', { defaultMessage: '{name} in {region}', values: detail });
    const otherwise = has(detail, 'name')
      ? i18n.translate('plugin.three', { defaultMessage: '{name}', values: detail })
      : i18n.translate('plugin.four', { defaultMessage: '{name}', values: detail });
  `);
  expect(faults).toEqual([
    'public/a.tsx:9 plugin.four: {name} gets no value that can be seen here',
  ]);
});

test('code and punctuation need no translation', () => {
  const { faults } = read(`
    const element = <p title={text.title}>{text.body} · <EuiCodeBlock>az login</EuiCodeBlock></p>;
  `);
  expect(faults).toEqual([]);
});

test('an id that is used twice is a fault', () => {
  const { messages } = read(`
    i18n.translate('plugin.a', { defaultMessage: 'One' });
    i18n.translate('plugin.a', { defaultMessage: 'Two' });
  `);
  expect(repeatedIds(messages)).toEqual(['public/a.tsx:3 plugin.a is taken by public/a.tsx:2']);
});
