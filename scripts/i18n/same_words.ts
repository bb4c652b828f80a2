/** Names that no language translates. */
const names = [
  'AIServices',
  'Azure',
  'Azure CLI',
  'Azure OpenAI',
  'Azure OpenAI setup',
  'Azure OpenAI setup: server identity',
  'Azure US Government',
  'Cognitive Services',
  'Data Zone Standard',
  'Elastic',
  'Global Standard',
  'GPT',
  'Kibana',
  'Microsoft',
  'Microsoft Foundry',
  'OpenAI',
  'Security',
  'Standard',
  'URL',
  'h',
  'min',
  's',
];

/** Words that a language happens to share with English, by the name of its file. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'de-DE': [
    'Code',
    'Connector',
    'Details',
    'Name',
    'Observability',
    'Optional',
    'Problem',
    'Region',
    'Status',
    'Tags',
    'Streaming',
    'Version',
  ],
  'fr-FR': [
    'Actions',
    'Cloud',
    'Code',
    'Message',
    'Quota',
    'Score',
    'Streaming',
    'Type',
    'Version',
    'minute',
    'public',
  ],
  'zh-CN': ['Stack Management'],
};

const pattern = (words: readonly string[]) =>
  new RegExp(
    [...words]
      .sort((one, other) => other.length - one.length)
      .map((word) => `(?<!\\p{L})${word}(?!\\p{L})`)
      .join('|'),
    'gu',
  );

/** True if all words of the text are the same in this language. */
export const isSameIn = (locale: string, words: string): boolean =>
  !/\p{L}/u.test(words.replace(pattern([...names, ...(shared[locale] ?? [])]), ''));
