import * as v from 'valibot';

/**
 * Valibot's own object schemas accept an array in place of an object, and its numbers accept Infinity, which the JSON `1e999`
 * produces. These schemas refuse both.
 */
const isPlain = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plain = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.custom<v.InferInput<Schema>>(isPlain, 'expected an object'), schema);

export const object = <Entries extends v.ObjectEntries>(entries: Entries) =>
  plain(v.object(entries));
export const strictObject = <Entries extends v.ObjectEntries>(entries: Entries) =>
  plain(v.strictObject(entries));
export const looseObject = <Entries extends v.ObjectEntries>(entries: Entries) =>
  plain(v.looseObject(entries));
export const record = <Value extends v.GenericSchema>(value: Value) =>
  plain(v.record(v.string(), value));

export const finite = v.pipe(v.number(), v.finite());
export const integer = v.pipe(v.number(), v.safeInteger());
export const coercedNumber = v.pipe(v.unknown(), v.transform(Number), finite);

const describeIssue = ({ kind, type, expected, path, message }: v.BaseIssue<unknown>): string =>
  type === 'strict_object' && expected === 'never'
    ? `Unrecognized key: ${JSON.stringify(path?.at(-1)?.key)}`
    : kind === 'schema' && type !== 'custom'
      ? `Invalid input: expected ${expected}`
      : message.replace(/ but received .*$/s, '');

/** One line per issue with its path. The value is left out, as it can be a secret. */
export const explain = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues
    .map((issue) => {
      const path = v.getDotPath(issue);
      return path === null ? describeIssue(issue) : `${describeIssue(issue)} at ${path}`;
    })
    .join('\n');
