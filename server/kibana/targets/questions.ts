import type { Problem } from '../../../common/problem';

/** The test requests to the model, small and similar to those of Kibana's chat adapter, and their timeouts. */

/** Time limits for an answer, in milliseconds: reasoning models on small deployments need more than a minute. */
export const timeouts = { ask: 90_000, chat: 90_000, probe: 60_000 } as const;

/** Limits for the answer to a person's question. */
export const longestChat = {
  /** Includes the reasoning tokens. */
  tokens: 2_000,
  /** A token has four characters on average. */
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
/** Its only, required parameter. */
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

/** The assistants send tools when streaming; `none` prevents a tool call. */
export const streamRequest = { ...request(probeQuestions.stream), tool_choice: 'none' };

export const toolsRequest = {
  ...request(probeQuestions.tools),
  tool_choice: { type: 'function', function: { name: toolName } },
};

/** The problem of a timeout, in milliseconds. */
export const slowAnswer = (timeoutMs: number): Problem => ({
  code: 'answer_slow',
  detail: { seconds: Math.round(timeoutMs / 1_000) },
});
