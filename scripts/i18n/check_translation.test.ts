import { englishTranslation, faultsOfTranslation } from './check_translation';
import { projectMessages } from './project_messages';

const message = (id: string, text: string) => ({ id, text, where: 'public/a.ts:1' });
const counted = message(
  'plugin.count',
  '{count, plural, one {# resource} other {# resources}} in {region}',
);
const named = message('plugin.name', 'Name');

const faultsOf = (locale: string, messages: Record<string, string>, english = [counted]) =>
  faultsOfTranslation(locale, { formats: {}, messages }, english);

test.each([
  ['de-DE', '{count, plural, one {# Ressource} other {# Ressourcen}} in {region}'],
  ['fr-FR', '{region} : {count, plural, one {# ressource} other {# ressources}}'],
  ['ja-JP', '{region} のリソース {count, plural, other {# 件}}'],
  ['de-DE', '{count, plural, =0 {Nichts} one {# Ressource} other {# Ressourcen}} in {region}'],
])('a translation keeps arguments and has the plurals of its language: %s %s', (locale, text) => {
  expect(faultsOf(locale, { 'plugin.count': text })).toEqual([]);
});

test.each([
  ['de-DE', '{count, number} Ressourcen in {region}', 'has the arguments'],
  ['de-DE', '{count, plural, one {# Ressource} other {# Ressourcen}}', 'has the arguments'],
  ['de-DE', '{count, plural, other {# Ressourcen}} in {region}', 'lacks the branch one'],
  ['ja-JP', '{count, plural, one {#} other {#}} {region}', 'the branch one, which'],
  ['fr-FR', "{count, plural, one {# ressource} other {# ressources}} dans l'{region}", 'arguments'],
  ['de-DE', '{count, plural, one {# Ressource} other {# Ressourcen}} in {region', 'no ICU message'],
  ['de-DE', counted.text, 'is still English'],
])('%s: %s is a fault', (locale, text, fault) => {
  const faults = faultsOf(locale, { 'plugin.count': text });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(`${locale}: plugin.count`);
  expect(faults[0]).toContain(fault);
});

test('a translation has exactly the ids of the plugin', () => {
  expect(faultsOf('de-DE', { 'plugin.old': 'Alt' })).toEqual([
    'de-DE: plugin.old is not in the sources',
    'de-DE: plugin.count is missing',
  ]);
});

test('a file of another shape is a fault', () => {
  expect(faultsOfTranslation('de-DE', { messages: {} }, [])).toHaveLength(1);
  expect(faultsOfTranslation('de-DE', undefined, [])).toHaveLength(1);
  expect(faultsOfTranslation('de-DE', { formats: [], messages: {} }, [])).toHaveLength(1);
});

test('the branches of a select stay', () => {
  const chosen = message('plugin.kind', '{kind, select, new {a new} other {an old}} one');
  const faults = faultsOf('de-DE', { 'plugin.kind': '{kind, select, other {eins}}' }, [chosen]);
  expect(faults).toEqual(['de-DE: plugin.kind {kind} must have the branches new, other']);
});

test('a translation can equal the English text when its language shares the words', () => {
  const same = { 'plugin.name': 'Name' };
  expect(faultsOf('de-DE', same, [named])).toEqual([]);
  expect(faultsOf('fr-FR', same, [named])).toEqual(['fr-FR: plugin.name is still English']);
  const product = message('plugin.product', '{who} · Azure OpenAI');
  expect(faultsOf('fr-FR', { 'plugin.product': product.text }, [product])).toEqual([]);
});

test('the extract is sorted, and its only fault as a translation is its language', async () => {
  const { messages, faults } = await projectMessages();
  expect(faults).toEqual([]);
  const extract = englishTranslation(messages);
  const ids = Object.keys(extract.messages);
  expect(ids).toEqual([...ids].sort());
  const others = faultsOfTranslation('de-DE', extract, messages).filter(
    (fault) => !fault.endsWith('is still English'),
  );
  expect(others).toEqual([]);
});
