import { TYPE } from '@formatjs/icu-messageformat-parser';
import * as v from 'valibot';
import { messageOf } from '../message_of';
import { argumentsIn, elementsOf, wordsIn, type Argument } from './message_shape';
import type { Message } from './read_messages';
import { isSameIn } from './same_words';

const translationSchema = v.strictObject({
  // An array passes as a record, but keeps Kibana from starting in this language.
  formats: v.pipe(
    v.unknown(),
    v.check((formats) => !Array.isArray(formats), '"formats" is an array'),
    v.record(v.string(), v.unknown()),
  ),
  messages: v.record(v.string(), v.string()),
});

type Translation = v.InferOutput<typeof translationSchema>;

/**
 * The English texts as a translation file, sorted by id, for translators. Without `formats`, Kibana uses its own.
 */
export const englishTranslation = (messages: readonly Message[]): Translation => ({
  formats: {},
  messages: Object.fromEntries(
    messages.map(({ id, text }) => [id, text] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  ),
});

/** "count (plural), region (argument)" */
const namesOf = (given: readonly Argument[]) =>
  [...new Set(given.map(({ value, type }) => `${value} (${TYPE[type]})`))].sort().join(', ');

/** `many` in French and Spanish is for millions only, which are not used. */
const optional = new Set(['many']);

const faultsOfBranches = (
  locale: string,
  english: readonly Argument[],
  argument: Argument,
): string[] => {
  if (argument.type !== TYPE.select && argument.type !== TYPE.plural) return [];
  const { value: name } = argument;
  const branches = Object.keys(argument.options);
  if (argument.type === TYPE.select) {
    const original = english.find(({ type, value }) => type === TYPE.select && value === name);
    const wanted = original && 'options' in original ? Object.keys(original.options) : [];
    const same = wanted.length === branches.length && wanted.every((one) => branches.includes(one));
    return same ? [] : [`{${name}} must have the branches ${wanted.join(', ')}`];
  }
  const rules = new Intl.PluralRules(locale, { type: argument.pluralType });
  const categories: string[] = rules.resolvedOptions().pluralCategories;
  const unknown = branches.filter((one) => !one.startsWith('=') && !categories.includes(one));
  const missing = categories.filter((one) => !branches.includes(one) && !optional.has(one));
  return [
    ...unknown.map((one) => `{${name}} has the branch ${one}, which the language does not have`),
    ...missing.map((one) => `{${name}} lacks the branch ${one}`),
  ];
};

const faultsOfText = (locale: string, english: string, translated: string): string[] => {
  const original = elementsOf(english);
  const wanted = argumentsIn(original);
  try {
    const given = argumentsIn(elementsOf(translated));
    if (namesOf(given) !== namesOf(wanted)) {
      return [`has the arguments ${namesOf(given) || 'none'}, not ${namesOf(wanted) || 'none'}`];
    }
    if (translated.trim() === '') return ['is empty'];
    if (translated === english && !isSameIn(locale, wordsIn(original))) return ['is still English'];
    return given.flatMap((argument) => faultsOfBranches(locale, wanted, argument));
  } catch (error) {
    return [`is no ICU message: ${messageOf(error)}`];
  }
};

/** The faults of one translation file, in words. */
export const faultsOfTranslation = (
  locale: string,
  content: unknown,
  messages: readonly Message[],
): string[] => {
  const { success, output, issues } = v.safeParse(translationSchema, content);
  if (!success) return [`${locale}: ${v.summarize(issues)}`];
  const ids = new Set(messages.map(({ id }) => id));
  const unused = Object.keys(output.messages).filter((id) => !ids.has(id));
  return [
    ...unused.map((id) => `${locale}: ${id} is not in the sources`),
    ...messages.flatMap(({ id, text }) => {
      const found = output.messages[id];
      if (found === undefined) return [`${locale}: ${id} is missing`];
      return faultsOfText(locale, text, found).map((fault) => `${locale}: ${id} ${fault}`);
    }),
  ];
};
