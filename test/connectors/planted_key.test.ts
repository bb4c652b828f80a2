import type { Reply, SimRequest } from '../azure';
import { connectorId, wireConnectors, type Wired } from './wired';

let wired: Wired;
beforeAll(async () => {
  wired = await wireConnectors();
});
afterAll(() => wired.stop());

const base64Header = Buffer.from('api-key: ').toString('base64');

/** Ways in which an endpoint can quote the key that it received. */
const forms: Record<string, (key: string) => string> = {
  plain: (key) => `Header api-key: ${key}`,
  capitals: (key) => key.toUpperCase(),
  'URL-encoded': (key) => [...key].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
  'JSON in JSON': (key) => JSON.stringify(JSON.stringify({ 'api-key': key })),
  Base64: (key) => Buffer.from(`api-key: ${key}\n`).toString('base64'),
  'cut off': (key) => `${key.slice(0, 40)}...`,
  'in groups': (key) => key.replace(/.{10}/g, '$&-'),
};
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

/** Places where it can quote the key. */
const sources: Record<string, (quote: string) => Reply> = {
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

const alphanumeric = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The longest piece of the quote that is still there, in letters and digits. */
function remains(kept: unknown, quote: string): string | undefined {
  const [text, secret] = [
    alphanumeric(JSON.stringify(kept)),
    alphanumeric(quote.replace(base64Header, '')),
  ];
  const pieces = Array.from({ length: secret.length - 15 }, (_, at) => secret.slice(at, at + 16));
  return pieces.find((piece) => text.includes(piece) && !'headerapikey'.includes(piece));
}

const cells = Object.keys(sources).flatMap((source) =>
  Object.keys(forms).map((form): [string, string] => [source, form]),
);

it.each(cells)('no key is kept that is quoted in %s, %s', async (source, form) => {
  const key = wired.account.keys.key1;
  const quote = forms[form]?.(key) ?? '';
  const seen: SimRequest[] = [];
  wired.simulator.state.dataReply = (request) => {
    seen.push(request);
    return sources[source]?.(quote);
  };
  const options = { secrets: [key] };
  const kept = [
    await wired.target.ask(connectorId, options),
    await wired.target.probe(connectorId, 'stream', { ...options, timeoutMs: 2_000 }),
    await wired.target.probe(connectorId, 'tools', { ...options, timeoutMs: 2_000 }),
  ];
  expect(seen[0]?.headers['api-key']).toBe(key);
  expect(remains(kept, quote)).toBeUndefined();
  expect(JSON.stringify(kept).length).toBeLessThan(5_000);
});
