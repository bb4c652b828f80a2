import type { Reply, SimRequest } from '../azure';
import { mutateJson, surprise } from './mutate_json';
import type { Random } from './random';

const page = '<html><body>This page cannot be displayed</body></html>';

const isList = (json: unknown): json is { value: unknown[] } =>
  typeof json === 'object' && json !== null && 'value' in json && Array.isArray(json.value);

/** The response of a system other than Azure. */
const replaced = (reply: Reply, request: SimRequest, random: Random): Reply => {
  const html = { 'content-type': 'text/html' };
  const others: readonly [Reply, ...Reply[]] = [
    { status: reply.status, headers: html, text: page },
    { status: 403, headers: html, text: page },
    { status: 200, text: '' },
    { status: 200, json: null },
    { status: 200, json: [] },
    { status: 500, json: surprise(random) },
    { status: 429, json: {}, headers: { 'retry-after': random.pick(['1e9', '-1', 'soon', '1']) } },
    { status: 302, text: '', headers: { location: 'https://evil.example/' } },
    { status: 401, json: {}, headers: { 'www-authenticate': 'Bearer claims="%%%"' } },
    { status: 400, json: { error: random.pick(['constructor', '__proto__', 'x'.repeat(5_000)]) } },
    { status: 200, json: { value: [], nextLink: request.url.href } },
    { status: 200, text: '['.repeat(100_000) },
  ];
  return random.pick(others);
};

/** Real responses, some of them mutated. */
export const hostile =
  (random: Random, share: number) =>
  (reply: Reply, request: SimRequest): Reply => {
    if (reply.stream || !random.chance(share)) return reply;
    if (random.chance(0.15)) return replaced(reply, request, random);
    if (isList(reply.json) && random.chance(0.1)) {
      return { ...reply, json: { ...reply.json, nextLink: request.url.href } };
    }
    return reply.json === undefined ? reply : { ...reply, json: mutateJson(reply.json, random) };
  };
