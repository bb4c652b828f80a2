import type { Utterance } from './completion';

const silent = (said: Utterance): Utterance => ({ ...said, content: '', toolCall: undefined });
const withArguments = (said: Utterance, text: string): Utterance =>
  said.toolCall ? { ...said, toolCall: { ...said.toolCall, arguments: text } } : said;

/** Behaviors of a model with HTTP 200 other than a usual answer. */
const moods = {
  empty: silent,
  no_content: (said) => ({ ...silent(said), content: null }),
  blank: (said) => ({ ...silent(said), content: ' \n ' }),
  /** A reasoning model that spends all of its tokens before the first word. */
  out_of_tokens: (said) => ({ ...silent(said), finish: 'length' }),
  /** The content filter stops the answer. */
  filtered: (said) => ({ ...silent(said), finish: 'content_filter' }),
  /** The content filter stops the answer after some words. */
  filtered_midway: (said) => ({
    ...said,
    toolCall: undefined,
    content: 'Hello',
    finish: 'content_filter',
  }),
  refusal: (said) => ({ ...silent(said), content: null, refusal: 'I cannot help with that.' }),
  calls_unasked: (said) => ({
    ...said,
    content: null,
    toolCall: { id: 'call_1', name: 'unknown_function', arguments: '{}' },
  }),
  other_model: (said) => ({ ...said, model: 'gpt-4o-mini-2024-07-18' }),
  broken_arguments: (said) => withArguments(said, '{"index":'),
  array_arguments: (said) => withArguments(said, '["logs"]'),
  no_arguments: (said) => withArguments(said, '{}'),
} satisfies Record<string, (said: Utterance) => Utterance>;

export type Mood = keyof typeof moods;

export const inMood = (mood: Mood | undefined, said: Utterance): Utterance =>
  mood ? moods[mood](said) : said;
