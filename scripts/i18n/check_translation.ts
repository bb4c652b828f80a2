import * as z from 'zod/mini';
import { usesOf, wordsOf, type Use } from './message_shape';
import type { Message } from './read_messages';
import { isSameIn } from './same_words';

const translationSchema = z.strictObject({
  formats: z.record(z.string(), z.unknown()),
  messages: z.record(z.string(), z.string()),
});

/** What Kibana reads from a plugin's `translations/<locale>.json`. */
export type Translation = z.infer<typeof translationSchema>;

/**
 * The English texts as a translation file, sorted by id: what a translator starts from. Kibana lays the
 * formats of all files over each other, so none here means Kibana's own.
 */
export const englishTranslation = (messages: readonly Message[]): Translation => ({
  formats: {},
  messages: Object.fromEntries(
    messages.map(({ id, text }) => [id, text] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

const byName = (uses: readonly Use[], kinds: (kind: string) => boolean) =>
  [...new Set(uses.filter(({ kind }) => kinds(kind)).map(({ name, kind }) => `${name} (${kind})`))]
    .sort()
    .join(', ');

const isPlural = (kind: string) => kind === 'plural' || kind === 'selectordinal';

/** `one`, `few`, ... of a language. */
const categoriesOf = (locale: string, kind: string): string[] => {
  const type = kind === 'selectordinal' ? 'ordinal' : 'cardinal';
  return new Intl.PluralRules(locale, { type }).resolvedOptions().pluralCategories;
};

/** `many` of French and Spanish is for millions only, which nothing here counts. */
const mayLack = new Set(['many']);

function faultsOfBranches(locale: string, english: readonly Use[], use: Use): string[] {
  const { name, kind, branches } = use;
  if (kind === 'select') {
    const wanted = english.find((one) => one.name === name && one.kind === kind)?.branches ?? [];
    const same = wanted.length === branches.length && wanted.every((one) => branches.includes(one));
    return same ? [] : [`{${name}} must have the branches ${wanted.join(', ')}`];
  }
  if (!isPlural(kind)) return [];
  const categories = categoriesOf(locale, kind);
  const unknown = branches.filter((one) => !one.startsWith('=') && !categories.includes(one));
  const missing = categories.filter((one) => !branches.includes(one) && !mayLack.has(one));
  return [
    ...unknown.map((one) => `{${name}} has the branch ${one}, which the language does not have`),
    ...missing.map((one) => `{${name}} lacks the branch ${one}`),
  ];
}

function faultsOfText(locale: string, english: string, translated: string): string[] {
  const wanted = usesOf(english);
  const uses = usesOf(translated);
  if (typeof uses === 'string') return [`is no ICU message: ${uses}`];
  if (typeof wanted === 'string') return [];
  const all = () => true;
  const [before, after] = [byName(wanted, all), byName(uses, all)];
  if (before !== after) return [`has the arguments ${after || 'none'}, not ${before || 'none'}`];
  if (translated.trim() === '') return ['is empty'];
  if (translated === english && !isSameIn(locale, wordsOf(english))) return ['is still English'];
  return uses.flatMap((use) => faultsOfBranches(locale, wanted, use));
}

/** What is wrong with one translation file, in words. */
export function faultsOfTranslation(
  locale: string,
  content: unknown,
  messages: readonly Message[],
): string[] {
  const parsed = translationSchema.safeParse(content);
  if (!parsed.success) return [`${locale}: ${z.prettifyError(parsed.error)}`];
  const translated = new Map(Object.entries(parsed.data.messages));
  const ids = new Set(messages.map(({ id }) => id));
  const unknown = [...translated.keys()].filter((id) => !ids.has(id));
  return [
    ...unknown.map((id) => `${locale}: ${id} is not in the sources`),
    ...messages.flatMap(({ id, text }) => {
      const found = translated.get(id);
      if (found === undefined) return [`${locale}: ${id} is missing`];
      return faultsOfText(locale, text, found).map((fault) => `${locale}: ${id} ${fault}`);
    }),
  ];
}
