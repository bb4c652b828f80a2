import { coerce, gte } from 'semver';
import * as v from 'valibot';
import { coercedNumber, object, record, strictObject } from '../../shapes';

const text = v.string();
const headers = v.optional(record(text));
const optionalNumber = v.optional(coercedNumber);

/** Rejects the key, even with the value `undefined`. */
const unknownKey = v.exactOptional(v.never());

/** Optional config keys and the first version that accepts them. */
const since = { contextWindowLength: '9.2.0', temperature: '9.3.0', azureDefaultModel: '9.4.0' };

/** The strict config of `.gen-ai`, as this version of Kibana has it. */
export function genAiConfigSchema(kibanaVersion: string) {
  const version = coerce(kibanaVersion)?.version ?? '0.0.0';
  const ifKnown = <Schema extends v.GenericSchema>(key: keyof typeof since, schema: Schema) =>
    gte(version, since[key]) ? v.optional(schema) : unknownKey;
  const common = {
    apiUrl: text,
    headers,
    contextWindowLength: ifKnown('contextWindowLength', coercedNumber),
    temperature: ifKnown('temperature', coercedNumber),
  };
  return v.union([
    strictObject({
      apiProvider: v.literal('Azure OpenAI'),
      ...common,
      defaultModel: ifKnown('azureDefaultModel', text),
    }),
    strictObject({
      apiProvider: v.literal('OpenAI'),
      ...common,
      defaultModel: v.optional(text, 'gpt-4.1'),
    }),
    strictObject({
      apiProvider: v.literal('Other'),
      ...common,
      defaultModel: text,
    }),
  ]);
}

export const genAiSecretsSchema = strictObject({ apiKey: text });

/** The config of a stored connector, already validated. */
export const storedConfigSchema = object({
  apiProvider: v.picklist(['Azure OpenAI', 'OpenAI', 'Other']),
  apiUrl: text,
  headers,
  defaultModel: v.optional(text),
});
export type GenAiConfig = v.InferOutput<typeof storedConfigSchema>;

const telemetryMetadata = v.optional(
  strictObject({
    pluginId: v.optional(text),
    aggregateBy: v.optional(text),
    useCase: v.optional(text),
  }),
);
const call = { signal: v.optional(v.unknown()), timeout: optionalNumber, telemetryMetadata };

export const runParams = strictObject({ body: text, ...call });
export const streamParams = strictObject({
  body: text,
  stream: v.optional(v.boolean(), false),
  ...call,
});
const count = coercedNumber;
/** The answer must have `usage` and `choices`. */
export const runResponse = object({
  id: v.optional(text),
  object: v.optional(text),
  created: v.optional(count),
  model: v.optional(text),
  usage: object({ prompt_tokens: count, completion_tokens: count, total_tokens: count }),
  choices: v.array(
    object({
      message: object({ role: text, content: v.nullish(text) }),
      finish_reason: v.optional(text),
      index: v.optional(count),
    }),
  ),
});
