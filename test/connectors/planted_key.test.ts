import type { SimRequest } from '../azure';
import { quotingReplies } from '../support/quoting_replies';
import { leakFinder, quotations } from '../support/planted_secrets';
import { connectorId, wireConnectors, type Wired } from './wired';

let wired: Wired;
beforeAll(async () => {
  wired = await wireConnectors();
});
afterAll(() => wired.stop());

const cells = Object.keys(quotingReplies).flatMap((source) =>
  Object.keys(quotations).map((form): [string, string] => [source, form]),
);

it.each(Object.entries(quotations))('a key that is quoted %s is found', (_, quote) => {
  const { key1: key } = wired.account.keys;
  expect(leakFinder({ key })(`The answer: ${quote(key)}`)).toEqual(['key']);
  expect(leakFinder({ key })('Header api-key: none')).toEqual([]);
});

it.each(cells)('no key is kept that is quoted in %s, %s', async (source, form) => {
  const key = wired.account.keys.key1;
  const quote = quotations[form]?.(key) ?? '';
  const seen: SimRequest[] = [];
  wired.simulator.state.dataReply = (request) => {
    seen.push(request);
    return quotingReplies[source]?.(quote);
  };
  const options = { secrets: [key] };
  const kept = [
    await wired.target.ask(connectorId, options),
    await wired.target.probe(connectorId, 'stream', { ...options, timeoutMs: 2_000 }),
    await wired.target.probe(connectorId, 'tools', { ...options, timeoutMs: 2_000 }),
  ];
  expect(seen[0]?.headers['api-key']).toBe(key);
  expect(leakFinder({ key })(JSON.stringify(kept))).toEqual([]);
  expect(JSON.stringify(kept).length).toBeLessThan(5_000);
});
