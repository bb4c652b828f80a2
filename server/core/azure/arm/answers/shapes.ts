import * as v from 'valibot';

/**
 * Reads Azure's answers value by value: a value of another type counts as absent. An answer can differ from the
 * types of the SDK.
 */

/** Ids of nested resources are the longest texts that are read, with some 500 characters. */
const longestText = 2_000;
export const requiredText = v.pipe(v.string(), v.minLength(1), v.maxLength(longestText));
export const text = v.fallback(v.optional(requiredText), undefined);

/** Quotas are counted in thousands of tokens per minute; no number here is anywhere near it. */
const largest = 1e12;
export const requiredNumber = v.pipe(v.number(), v.minValue(-largest), v.maxValue(largest));
export const number = v.fallback(v.optional(requiredNumber), undefined);

export const flag = v.fallback(v.optional(v.boolean()), undefined);

/** An entry of a list, or nothing when it lacks what an entry needs. */
export function entry<T>(shape: v.GenericSchema<unknown, T>, found: unknown): T[] {
  const parsed = v.safeParse(shape, found);
  return parsed.success ? [parsed.output] : [];
}

/** The entries that have the shape; the others are left out. */
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

/** An object; absent or of another type, it is one without values. */
export const objectOf = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.transform((found): unknown => (v.is(v.looseObject({}), found) ? found : {})),
      v.object(entries),
    ),
    {},
  );
