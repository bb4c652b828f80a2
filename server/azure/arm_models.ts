import * as v from 'valibot';
import { own } from '../../common/own';
import type { LifecycleStatus } from '../../common/options';
import type { AccountKind } from '../../common/setup_request';
import { cognitiveApi } from './arm_accounts';
import type { ArmConnection } from './arm_connection';
import { isoDate } from './arm_words';
import type { AccountRef, OfferedModel, OfferedSku } from './azure';
import { accountPath } from './portal_url';

/**
 * The list of models of a region is read without the SDK, whose reader takes most of a second of the
 * processor for the 700 kB of thirty such lists; these shapes look at what we use, and leave the rest.
 */

const text = v.fallback(v.optional(v.string()), undefined);
const number = v.fallback(v.optional(v.number()), undefined);

const limitShape = v.object({ key: text, count: number, renewalPeriod: number });
const noCapacity = { minimum: undefined, maximum: undefined, step: undefined, default: undefined };
const skuShape = v.object({
  name: v.string(),
  usageName: v.string(),
  capacity: v.fallback(
    v.object({ minimum: number, maximum: number, step: number, default: number }),
    noCapacity,
  ),
  rateLimits: v.fallback(v.array(limitShape), []),
  deprecationDate: text,
});
const modelShape = v.object({
  format: v.literal('OpenAI'),
  name: v.pipe(v.string(), v.minLength(1)),
  version: v.pipe(v.string(), v.minLength(1)),
  isDefaultVersion: v.fallback(v.optional(v.boolean()), undefined),
  lifecycleStatus: text,
  capabilities: v.fallback(
    v.object({ chatCompletion: text, responses: text, maxContextToken: text }),
    { chatCompletion: undefined, responses: undefined, maxContextToken: undefined },
  ),
  deprecation: v.fallback(v.object({ inference: text }), { inference: undefined }),
  skus: v.fallback(v.array(v.unknown()), []),
});
/** The list of a region wraps each model, and says for which kind of account it is. */
const entryShape = v.object({ kind: v.picklist(['OpenAI', 'AIServices']), model: v.unknown() });

const lifecycles: Readonly<Record<string, LifecycleStatus>> = {
  Preview: 'Preview',
  GenerallyAvailable: 'GenerallyAvailable',
  Stable: 'GenerallyAvailable',
  Legacy: 'Legacy',
  Deprecating: 'Deprecating',
  Deprecated: 'Deprecated',
};

/** What one unit gives in a minute. */
function perMinute(
  limits: readonly v.InferOutput<typeof limitShape>[],
  wanted: string,
): number | undefined {
  const limit = limits.find(({ key }) => key === wanted);
  if (!limit?.count || !limit.renewalPeriod) return undefined;
  return (limit.count * 60) / limit.renewalPeriod;
}

/** Most models' unit, for the few that do not say. */
const usualTokensPerUnit = 1_000;

function toSku(found: unknown): OfferedSku[] {
  const parsed = v.safeParse(skuShape, found);
  if (!parsed.success) return [];
  const { name, usageName, capacity, rateLimits, deprecationDate } = parsed.output;
  const requestsPerUnit = perMinute(rateLimits, 'request');
  const retiresAt = isoDate(deprecationDate);
  return [
    {
      name,
      usageName,
      minimum: capacity.minimum ?? 1,
      ...(capacity.maximum === undefined ? {} : { maximum: capacity.maximum }),
      step: capacity.step ?? 1,
      ...(capacity.default === undefined ? {} : { default: capacity.default }),
      tokensPerUnit: perMinute(rateLimits, 'token') ?? usualTokensPerUnit,
      ...(requestsPerUnit === undefined ? {} : { requestsPerUnit }),
      ...(retiresAt ? { retiresAt } : {}),
    },
  ];
}

/** Other makers' models are not ours. The capabilities' values are texts. */
function toModel(kind: AccountKind, found: unknown): OfferedModel[] {
  const parsed = v.safeParse(modelShape, found);
  if (!parsed.success) return [];
  const model = parsed.output;
  const { name, version, capabilities } = model;
  const contextTokens = Number(capabilities.maxContextToken);
  const retiresAt = isoDate(model.deprecation.inference);
  return [
    {
      kind,
      name,
      version,
      isDefaultVersion: model.isDefaultVersion === true,
      lifecycleStatus: own(lifecycles, model.lifecycleStatus) ?? 'GenerallyAvailable',
      chatCompletion: capabilities.chatCompletion === 'true',
      responses: capabilities.responses === 'true',
      ...(contextTokens > 0 ? { contextTokens } : {}),
      ...(retiresAt ? { retiresAt } : {}),
      skus: model.skus.flatMap(toSku),
    },
  ];
}

/** Other kinds of account are not ours either. */
function fromEntry(found: unknown): OfferedModel[] {
  const entry = v.safeParse(entryShape, found);
  return entry.success ? toModel(entry.output.kind, entry.output.model) : [];
}

/** OpenAI's models as a region offers them, once for each kind of account. */
export async function readModels(
  { list }: ArmConnection,
  subscriptionId: string,
  location: string,
): Promise<OfferedModel[]> {
  const provider = `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices`;
  const found = await list(`${provider}/locations/${location}/models?${cognitiveApi}`);
  return found.flatMap(fromEntry);
}

/** The same as an account has them, which all are for its own kind. */
export async function readAccountModels(
  { list }: ArmConnection,
  ref: AccountRef,
  kind: AccountKind,
): Promise<OfferedModel[]> {
  const found = await list(`${accountPath(ref)}/models?${cognitiveApi}`);
  return found.flatMap((model) => toModel(kind, model));
}
