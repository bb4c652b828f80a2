import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { speedNames, worldNames } from '../azure';

const optionsSchema = z.object({
  azure: z.enum(['simulated', 'real']),
  world: z.enum(worldNames),
  speed: z.enum(speedNames),
  port: z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_534)),
  /** Without it, the version that the zip is for. */
  'kibana-version': z.optional(z.string().check(z.regex(/^\d+\.\d+\.\d+$/))),
  /** The language of all pages, as Kibana's `i18n.locale`. */
  locale: z.enum(['en', 'de-DE', 'fr-FR', 'ja-JP', 'zh-CN']),
  node2: z.boolean(),
  /** A plugin's zip to install instead of the sources' own. */
  zip: z.optional(z.string()),
});

export type SandboxOptions = z.infer<typeof optionsSchema>;

const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;

/** Reads the flags of `npm start -- ...`; throws with words on what is wrong. */
export const readOptions = (args: string[]): SandboxOptions => {
  const { values } = parseArgs({
    args,
    options: {
      azure: text('simulated'),
      world: text('empty'),
      speed: text('quick'),
      port: text('5601'),
      'kibana-version': { type: 'string' },
      locale: text('en'),
      node2: { type: 'boolean', default: false },
      zip: { type: 'string' },
    },
  });
  const result = optionsSchema.safeParse(values);
  if (!result.success) throw new Error(z.prettifyError(result.error));
  return result.data;
};
