import * as z from 'zod/mini';

const challenge = z.object({
  access_token: z.object({
    acrs: z.optional(
      z.object({ values: z.optional(z.array(z.string())), value: z.optional(z.string()) }),
    ),
  }),
});

/** The authentication contexts that a claims challenge asks for; undefined when it is not one. */
export function acrsIn(claims: string): string[] | undefined {
  try {
    const parsed = challenge.safeParse(JSON.parse(claims));
    if (!parsed.success) return undefined;
    const { values = [], value } = parsed.data.access_token.acrs ?? {};
    return value === undefined ? values : [...values, value];
  } catch {
    return undefined;
  }
}
