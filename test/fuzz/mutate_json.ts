import { isRecord } from '../../common/values/json';
import type { Random } from './random';

/** So deep that a recursion without a bound overflows the stack. */
const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const polluting: unknown = JSON.parse(
  '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}}',
);

/** Surprising values by name. */
const surprises: readonly [(random: Random) => unknown, ...((random: Random) => unknown)[]] = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1.5,
  () => 1e308,
  () => '',
  () => [],
  () => ({}),
  () => [null, [], {}, 7],
  () => ({ value: null }),
  () => 'constructor',
  () => '__proto__',
  () => polluting,
  () => '<html><script>alert(1)</script></html>',
  () => 'javascript:alert(1)',
  () => 'https://evil.example/x?y=z',
  () => '../../../../etc/passwd',
  () => "'; DROP TABLE x; --",
  () => '\u0000\u0001\r\nset-cookie: a=b\u001b[31m',
  () => '\u202e\u200b\ufeff\ud800 ｅｖｉｌ ①',
  () => '9999-99-99T99:99:99Z',
  () => '$(reboot)`id`${7*7}{{7*7}}%s%n',
  ({ below }) => 'x'.repeat(below(20_000)),
  ({ below }) => ' '.repeat(below(20_000)),
  ({ below }) => '*'.repeat(1 + below(200)),
  ({ below }) => nested(below(1_500)),
  ({ below }) => Array.from({ length: below(500) }, (_, index) => index),
];

export const surprise = (random: Random): unknown => random.pick(surprises)(random);

const strangeKeys = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'x'.repeat(500),
  '\u0000',
] as const;

/** A record with an own property of any name, `__proto__` included. */
const withEntry = (record: Record<string, unknown>, key: string, value: unknown) =>
  Object.fromEntries([...Object.entries(record), [key, value]]);

function mutateRecord(record: Record<string, unknown>, random: Random): unknown {
  const keys = Object.keys(record);
  const key = keys[random.below(keys.length)];
  if (key === undefined || random.chance(0.1)) {
    return withEntry(record, random.pick(strangeKeys), surprise(random));
  }
  if (random.chance(0.15)) {
    return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  }
  return withEntry(record, key, mutateJson(record[key], random));
}

/** Three hundred of it stay below a megabyte; lists of lists would otherwise grow to hundreds of them. */
const isSmall = (value: unknown): boolean => (JSON.stringify(value) ?? '').length < 3_000;

function mutateList(list: readonly unknown[], random: Random): unknown {
  const index = random.below(list.length);
  if (list.length === 0 || random.chance(0.1)) return [...list, surprise(random)];
  if (random.chance(0.1) && isSmall(list[index])) {
    return Array.from({ length: 300 }, () => list[index]);
  }
  return list.map((one, at) => (at === index ? mutateJson(one, random) : one));
}

/** The value with one random mutation. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (random.chance(0.08)) return surprise(random);
  if (Array.isArray(value)) return mutateList(value, random);
  if (isRecord(value)) return mutateRecord(value, random);
  if (typeof value === 'string' && random.chance(0.5)) {
    const at = random.below(value.length + 1);
    return (
      value.slice(0, at) +
      String(random.pick(['\u0000', '/', '..', ' ', 'é', '%00', '"'])) +
      value.slice(at)
    );
  }
  if (typeof value === 'number' && random.chance(0.5)) {
    return random.pick([-value, value * 1e9, value + 0.5, String(value)]);
  }
  return surprise(random);
}
