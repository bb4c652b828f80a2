import { coerce, gte } from 'semver';
import * as z from 'zod';

const text = z.string();
const headers = z.record(text, text).optional();
const coercedNumber = z.coerce.number().optional();

/** Optional config keys, and the first minor that knows them: before, they are refused as unknown. */
const since = { contextWindowLength: '9.2.0', temperature: '9.3.0', azureDefaultModel: '9.4.0' };

/** The strict config of `.gen-ai`, as this version of Kibana has it. */
export function genAiConfigSchema(kibanaVersion: string) {
  const version = coerce(kibanaVersion)?.version ?? '0.0.0';
  const has = (key: keyof typeof since) => gte(version, since[key]);
  const common = {
    apiUrl: text,
    headers,
    ...(has('contextWindowLength') && { contextWindowLength: coercedNumber }),
    ...(has('temperature') && { temperature: coercedNumber }),
  };
  return z.union([
    z.strictObject({
      apiProvider: z.literal('Azure OpenAI'),
      ...common,
      ...(has('azureDefaultModel') && { defaultModel: text.optional() }),
    }),
    z.strictObject({
      apiProvider: z.literal('OpenAI'),
      ...common,
      organizationId: text.optional(),
      projectId: text.optional(),
      defaultModel: text.default('gpt-4.1'),
    }),
    z.strictObject({
      apiProvider: z.literal('Other'),
      ...common,
      defaultModel: text,
      verificationMode: z.enum(['full', 'certificate', 'none']).optional(),
      enableNativeFunctionCalling: z.boolean().optional(),
    }),
  ]);
}

const pem = text.min(1).optional();
export const genAiSecretsSchema = z.union([
  z.strictObject({ apiKey: text }),
  z.strictObject({
    apiKey: pem,
    certificateData: pem,
    privateKeyData: pem,
    caData: pem,
  }),
]);

/** What a stored connector's config is read as: validated when it was written. */
export const storedConfigSchema = z.object({
  apiProvider: z.enum(['Azure OpenAI', 'OpenAI', 'Other']),
  apiUrl: text,
  headers,
  defaultModel: text.optional(),
});
export type GenAiConfig = z.output<typeof storedConfigSchema>;

const telemetryMetadata = z
  .strictObject({
    pluginId: text.optional(),
    aggregateBy: text.optional(),
    useCase: text.optional(),
  })
  .optional();
const call = { signal: z.unknown().optional(), timeout: coercedNumber, telemetryMetadata };

export const runParams = z.strictObject({ body: text, ...call });
export const streamParams = z.strictObject({
  body: text,
  stream: z.boolean().default(false),
  ...call,
});
const message = z.strictObject({
  role: text,
  content: text,
  name: text.optional(),
  function_call: z.strictObject({ arguments: text, name: text }).optional(),
  tool_calls: z
    .array(
      z.strictObject({
        id: text,
        function: z.strictObject({ arguments: text, name: text }),
        type: text,
      }),
    )
    .optional(),
  tool_call_id: text.optional(),
});
export const invokeAiParams = z.strictObject({
  messages: z.array(message),
  model: text.optional(),
  tools: z.array(z.looseObject({ type: z.literal('function') })).optional(),
  tool_choice: z.union([text, z.looseObject({ type: z.literal('function') })]).optional(),
  functions: z.array(z.looseObject({ name: text, description: text })).optional(),
  function_call: z.union([text, z.strictObject({ name: text })]).optional(),
  n: coercedNumber,
  stop: z.union([text, z.array(text)]).nullish(),
  temperature: coercedNumber,
  response_format: z.unknown().optional(),
  ...call,
});

const count = z.coerce.number();
/** The answer must have `usage` and `choices`. */
export const runResponse = z.object({
  id: text.optional(),
  object: text.optional(),
  created: count.optional(),
  model: text.optional(),
  usage: z.object({ prompt_tokens: count, completion_tokens: count, total_tokens: count }),
  choices: z.array(
    z.object({
      message: z.object({ role: text, content: text.nullish() }),
      finish_reason: text.optional(),
      index: count.optional(),
    }),
  ),
});
