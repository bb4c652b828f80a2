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
 * The list of models of a region is read without the SDK, whose reader takes most of a second of the
 * processor for the 700 kB of thirty such lists; these shapes look at what we use, and leave the rest.
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
  /** Of the specification. */
  cost: listOf(meterShape),
  /** Of the service. */
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
/** The list of a region wraps each model, and says for which kind of account it is. */
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

/** Most models' unit, for the few that do not say. */
const usualTokensPerUnit = 1_000;

function toSku(found: v.InferOutput<typeof skuShape>): OfferedSku {
  const { name, usageName, capacity, rateLimits, deprecationDate, cost, costs } = found;
  const retiresAt = isoDate(deprecationDate);
  return {
    deploymentType: name,
    usageName,
    minimum: Math.max(0, capacity.minimum ?? 1),
    ...(capacity.maximum === undefined ? {} : { maximum: capacity.maximum }),
    step: Math.max(1, capacity.step ?? 1),
    ...(capacity.default === undefined ? {} : { default: capacity.default }),
    tokensPerUnit: perMinute(rateLimits, 'token') ?? usualTokensPerUnit,
    ...(retiresAt ? { retiresAt } : {}),
    meters: [...cost, ...costs],
  };
}

/** Other makers' models are not ours. The capabilities' values are texts. */
function toModel(kind: AccountKind, model: v.InferOutput<typeof modelShape>): OfferedModel {
  const { name, version, capabilities } = model;
  const contextTokens = Number(capabilities.maxContextToken);
  const retiresAt = isoDate(model.deprecation.inference);
  return {
    kind,
    modelName: name,
    modelVersion: version,
    isDefaultVersion: model.isDefaultVersion === true,
    lifecycleStatus: own(lifecycles, model.lifecycleStatus) ?? 'GenerallyAvailable',
    chatCompletion: capabilities.chatCompletion === 'true',
    responses: capabilities.responses === 'true',
    ...(contextTokens > 0 && Number.isFinite(contextTokens) ? { contextTokens } : {}),
    ...(retiresAt ? { retiresAt } : {}),
    skus: model.skus.map(toSku),
  };
}

/** Other kinds of account are not ours either. */
const fromEntry = (found: unknown): OfferedModel[] =>
  entry(entryShape, found).map(({ kind, model }) => toModel(kind, model));

/** OpenAI's models as a region offers them, once for each kind of account. */
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

/** The same as an account has them, which all are for its own kind. */
export async function readAccountModels(
  { list }: ArmConnection,
  ref: AccountRef,
  kind: AccountKind,
): Promise<OfferedModel[]> {
  const found = await list(`${accountPath(ref)}/models?${cognitiveApi}`);
  return found.flatMap((one) => entry(modelShape, one)).map((model) => toModel(kind, model));
}
