/** The bodies of the probes: small, and shaped like those of Kibana's chat adapter. */

export const toolName = 'get_index_health';
/** Its one parameter, which it requires. */
export const toolParameter = 'index';

const tools = [
  {
    type: 'function',
    function: {
      name: toolName,
      description: 'Tells whether an index is healthy.',
      parameters: {
        type: 'object',
        properties: { [toolParameter]: { type: 'string', description: 'Name of the index.' } },
        required: [toolParameter],
      },
    },
  },
];

const ask = (content: string) => [
  { role: 'system', content: 'You are a helpful assistant for Elasticsearch and Kibana.' },
  { role: 'user', content },
];

/** The assistants stream with their tools at hand; `none` makes the model talk instead of calling one. */
export const streamBody = (temperature: number): string =>
  JSON.stringify({
    stream: true,
    temperature,
    messages: ask('Say in one short sentence what a search index is.'),
    tools,
    tool_choice: 'none',
  });

export const toolsBody = (temperature: number): string =>
  JSON.stringify({
    temperature,
    messages: ask('Is the index "logs" healthy?'),
    tools,
    tool_choice: { type: 'function', function: { name: toolName } },
  });
