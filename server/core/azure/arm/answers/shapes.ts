import * as v from 'valibot';

/**
 * Schemas for Azure's responses, in which a value of another type counts as absent. Responses can differ from the SDK's
 * types.
 */

/** Ids of nested resources are the longest texts, with about 500 characters. */
const longestText = 2_000;
export const requiredText = v.pipe(v.string(), v.minLength(1), v.maxLength(longestText));
export const text = v.fallback(v.optional(requiredText), undefined);

/** Far above any real number; quotas are in thousands of tokens per minute. */
const largest = 1e12;
export const requiredNumber = v.pipe(v.number(), v.minValue(-largest), v.maxValue(largest));
export const number = v.fallback(v.optional(requiredNumber), undefined);

export const flag = v.fallback(v.optional(v.boolean()), undefined);

/** An entry of a list; undefined if it is invalid. */
export function entry<T>(shape: v.GenericSchema<unknown, T>, found: unknown): T[] {
  const parsed = v.safeParse(shape, found);
  return parsed.success ? [parsed.output] : [];
}

/** The same for all entries of a list of the SDK, page by page. */
export async function entriesOf<T>(
  shape: v.GenericSchema<unknown, T>,
  found: AsyncIterable<unknown>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const one of found) all.push(...entry(shape, one));
  return all;
}

/** The valid entries. */
export const listOf = <T>(shape: v.GenericSchema<unknown, T>) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((all) => all.flatMap((one) => entry(shape, one))),
  );

/** Azure allows 50 tags, with 512 characters for a name and 256 for a value. */
const maximumTags = 100;
const tag = v.pipe(v.string(), v.maxLength(512));

/** Texts by name, as many as a resource has tags. */
export const textsByName = v.pipe(
  v.fallback(v.record(v.string(), v.unknown()), {}),
  v.transform((found) =>
    Object.fromEntries(
      Object.entries(found)
        .slice(0, maximumTags)
        .flatMap(([name, value]) => {
          const parsed = v.safeParse(tag, value);
          return parsed.success ? [[name, parsed.output] as const] : [];
        }),
    ),
  ),
);

export const tags = textsByName;

/** An object; empty if absent or of another type. */
export const objectOf = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((found): unknown => (v.is(v.looseObject({}), found) ? found : {})),
      v.object(entries),
    ),
    {},
  );
