import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { speedNames, worldNames } from '../azure';

const optionsSchema = v.object({
  azure: v.picklist(['simulated', 'real']),
  world: v.picklist(worldNames),
  speed: v.picklist(speedNames),
  port: v.pipe(
    v.unknown(),
    v.transform(Number),
    v.number(),
    v.integer(),
    v.minValue(1),
    v.maxValue(65_534),
  ),
  /** Without it, the version that the zip is for. */
  'kibana-version': v.optional(v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/))),
  /** The language of all pages, as Kibana's `i18n.locale`. */
  locale: v.picklist(['en', 'de-DE', 'fr-FR', 'ja-JP', 'zh-CN']),
  node2: v.boolean(),
  /** A plugin's zip to install instead of the sources' own. */
  zip: v.optional(v.string()),
});

export type SandboxOptions = v.InferOutput<typeof optionsSchema>;

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
  const result = v.safeParse(optionsSchema, values);
  if (!worldNames.some((name) => name === values.world)) {
    throw new Error(
      `There is no world "${values.world}". Choose one of: ${worldNames.join(', ')}.`,
    );
  }
  if (!result.success) throw new Error(v.summarize(result.issues));
  return result.output;
};
