import * as v from 'valibot';
import { object } from '../../shapes';

const challenge = object({
  access_token: object({
    acrs: v.optional(
      object({ values: v.optional(v.array(v.string())), value: v.optional(v.string()) }),
    ),
  }),
});

/** The authentication contexts of a claims challenge; undefined if it is invalid. */
export function acrsIn(claims: string): string[] | undefined {
  try {
    const parsed = v.safeParse(challenge, JSON.parse(claims));
    if (!parsed.success) return undefined;
    const { values = [], value } = parsed.output.access_token.acrs ?? {};
    return value === undefined ? values : [...values, value];
  } catch {
    return undefined;
  }
}
