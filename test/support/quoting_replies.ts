import type { Reply } from '../azure';

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const events = (...all: object[]): Reply => ({
  status: 200,
  headers: { 'content-type': 'text/event-stream' },
  text: all.map((one) => `data: ${JSON.stringify(one)}\n\n`).join('') + 'data: [DONE]\n\n',
});
const message = (said: object): Reply => ({
  status: 200,
  json: { usage, choices: [{ finish_reason: 'stop', message: { role: 'assistant', ...said } }] },
});

/** Answers of a model's endpoint, each with a quotation in another place. */
export const quotingReplies: Readonly<Record<string, (quote: string) => Reply>> = {
  'a refusal': (quote) => ({ status: 400, json: { error: { code: 'bad', message: quote } } }),
  'a refusal in text': (quote) => ({ status: 400, json: { error: quote } }),
  'a failure': (quote) => ({ status: 418, json: { error: { message: quote } } }),
  'an answer': (quote) => message({ content: quote }),
  'a refusal of the model': (quote) => message({ content: null, refusal: quote }),
  'the name of the model': (quote) => ({
    status: 200,
    json: { usage, model: quote, choices: [{ message: { role: 'assistant', content: 'Hi' } }] },
  }),
  'a reason to finish': (quote) => ({
    status: 200,
    json: { usage, choices: [{ finish_reason: quote, message: { role: 'a', content: '' } }] },
  }),
  'arguments of a tool': (quote) =>
    message({
      content: null,
      tool_calls: [
        { id: '1', type: 'function', function: { name: 'get_index_health', arguments: quote } },
      ],
    }),
  'the name of a tool': (quote) =>
    message({
      content: null,
      tool_calls: [{ id: '1', type: 'function', function: { name: quote, arguments: '{}' } }],
    }),
  'an error in a stream': (quote) => events({ error: { code: quote, message: quote } }),
  'a page': (quote) => ({ status: 200, text: `<html>${quote}</html>` }),
};
