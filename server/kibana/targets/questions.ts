import type { Problem } from '../../../common/problem';

/** What every kind of target sends to the model, small and shaped like the requests of Kibana's chat adapter, and how long it waits. */

/** Time limits for an answer, in milliseconds: reasoning models on small deployments need more than a minute. */
export const timeouts = { ask: 90_000, chat: 90_000, probe: 60_000 } as const;

/** Bounds of an answer to a person's question. */
export const longestChat = {
  /** A reasoning model uses some of them before its first word. */
  tokens: 2_000,
  /** A token has four on average. */
  characters: 10_000,
} as const;

/** The smallest common question: no token limit and no temperature, which some models refuse. */
export const hello = {
  messages: [
    { role: 'user', content: 'Say hello to the Kibana administrator in one short sentence.' },
  ],
};

export const system = 'You are a helpful assistant for Elasticsearch and Kibana.';

export const toolName = 'get_index_health';
/** Its one parameter, which it requires. */
export const toolParameter = 'index';
export const tool = {
  description: 'Tells whether an index is healthy.',
  parameters: {
    type: 'object',
    properties: { [toolParameter]: { type: 'string', description: 'Name of the index.' } },
    required: [toolParameter],
  },
};

export const probeQuestions = {
  assistants: 'Say in one short sentence what Kibana is.',
  stream: 'Say in one short sentence what a search index is.',
  tools: 'Is the index "logs" healthy?',
} as const;

const request = (content: string) => ({
  messages: [
    { role: 'system', content: system },
    { role: 'user', content },
  ],
  tools: [{ type: 'function', function: { name: toolName, ...tool } }],
});

/** The assistants stream with their tools at hand; `none` makes the model talk instead of calling one. */
export const streamRequest = { ...request(probeQuestions.stream), tool_choice: 'none' };

export const toolsRequest = {
  ...request(probeQuestions.tools),
  tool_choice: { type: 'function', function: { name: toolName } },
};

/** No answer within the time, in milliseconds. */
export const slowAnswer = (timeoutMs: number): Problem => ({
  code: 'answer_slow',
  detail: { seconds: Math.round(timeoutMs / 1_000) },
});
