import * as v from 'valibot';
import { guid } from '../../../../common/fields';
import { own } from '../../../../common/values/own';
import type { AccountKind } from '../../../../common/setup_request';
import { cognitiveApi } from './account_shape';
import type { ArmConnection } from './connection';
import { entry, flag, listOf, number, objectOf, requiredText, text } from './answers/shapes';
import { isoDate } from './answers/normalize';
import type { AccountRef, OfferedModel, OfferedSku } from '../azure';
import { accountPath } from '../arm_paths';
import type { LifecycleStatus } from '../azure_catalog';

/**
 * The models of a region are read without the SDK, whose deserializer needs most of a second of CPU time for thirty
 * lists of 700 kB. These schemas read only the used properties.
 */

const limitShape = v.object({ key: text, count: number, renewalPeriod: number });
const meterShape = v.object({
  name: requiredText,
  meterId: v.pipe(guid, v.toLowerCase()),
  unit: text,
});
const skuShape = v.object({
  name: requiredText,
  usageName: requiredText,
  capacity: objectOf({ minimum: number, maximum: number, step: number, default: number }),
  rateLimits: listOf(limitShape),
  deprecationDate: text,
  /** In the specification. */
  cost: listOf(meterShape),
  /** In the service's responses. */
  costs: listOf(meterShape),
});
const modelShape = v.object({
  format: v.literal('OpenAI'),
  name: requiredText,
  version: requiredText,
  isDefaultVersion: flag,
  lifecycleStatus: text,
  capabilities: objectOf({ chatCompletion: text, responses: text, maxContextToken: text }),
  deprecation: objectOf({ inference: text }),
  skus: listOf(skuShape),
});
/** The list of a region wraps each model with the kind of account. */
const entryShape = v.object({ kind: v.picklist(['OpenAI', 'AIServices']), model: modelShape });

const lifecycles: Readonly<Record<string, LifecycleStatus>> = {
  Preview: 'Preview',
  GenerallyAvailable: 'GenerallyAvailable',
  Stable: 'GenerallyAvailable',
  Legacy: 'Legacy',
  Deprecating: 'Deprecating',
  Deprecated: 'Deprecated',
};

/** The tokens or requests per minute of one unit. */
function perMinute(
  limits: readonly v.InferOutput<typeof limitShape>[],
  wanted: string,
): number | undefined {
  const limit = limits.find(({ key }) => key === wanted);
  if (!limit?.count || !limit.renewalPeriod) return undefined;
  return (limit.count * 60) / limit.renewalPeriod;
}

/** The usual unit, for the few models without one. */
const usualTokensPerUnit = 1_000;

function toSku(found: v.InferOutput<typeof skuShape>): OfferedSku {
  const { name, usageName, capacity, rateLimits, deprecationDate, cost, costs } = found;
  return {
    deploymentType: name,
    usageName,
    minimum: Math.max(0, capacity.minimum ?? 1),
    maximum: capacity.maximum,
    step: Math.max(1, capacity.step ?? 1),
    default: capacity.default,
    tokensPerUnit: perMinute(rateLimits, 'token') ?? usualTokensPerUnit,
    retiresAt: isoDate(deprecationDate),
    meters: [...cost, ...costs],
  };
}

/** Skips models from other providers. Capability values are strings. */
function toModel(kind: AccountKind, model: v.InferOutput<typeof modelShape>): OfferedModel {
  const { name, version, capabilities } = model;
  const contextTokens = Number(capabilities.maxContextToken);
  return {
    kind,
    modelName: name,
    modelVersion: version,
    isDefaultVersion: model.isDefaultVersion === true,
    lifecycleStatus: own(lifecycles, model.lifecycleStatus) ?? 'GenerallyAvailable',
    chatCompletion: capabilities.chatCompletion === 'true',
    responses: capabilities.responses === 'true',
    contextTokens: contextTokens > 0 && Number.isFinite(contextTokens) ? contextTokens : undefined,
    retiresAt: isoDate(model.deprecation.inference),
    skus: model.skus.map(toSku),
  };
}

/** Skips other kinds of account. */
const fromEntry = (found: unknown): OfferedModel[] =>
  entry(entryShape, found).map(({ kind, model }) => toModel(kind, model));

/** The OpenAI models of a region, once for each kind of account. */
export async function readModels(
  { list }: ArmConnection,
  subscriptionId: string,
  location: string,
): Promise<OfferedModel[]> {
  const provider = `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices`;
  const found = await list(
    `${provider}/locations/${encodeURIComponent(location)}/models?${cognitiveApi}`,
  );
  return found.flatMap(fromEntry);
}

/** The same from an account's list, which has no kinds. */
export async function readAccountModels(
  { list }: ArmConnection,
  ref: AccountRef,
  kind: AccountKind,
): Promise<OfferedModel[]> {
  const found = await list(`${accountPath(ref)}/models?${cognitiveApi}`);
  return found.flatMap((one) => entry(modelShape, one)).map((model) => toModel(kind, model));
}
