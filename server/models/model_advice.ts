import type { DeploymentTypeOption, ModelDrawback, ModelOption } from '../../common/options';
import type { UseCase } from '../../common/recommendation';
import type { SetupRequest } from '../../common/setup_request';
import { deploymentType as deploymentTypes } from '../../common/fields';
import type { OfferedModel, OfferedSku, Usage } from '../azure/azure';
import { toolsNeedReasoningEffort } from './assistant_support';
import { usageOf } from './quota';

/**
 * Elastic's published matrices, as of October 2026. Security: the overall score of the "Large language
 * model performance matrix". Observability: the mean of its eight columns, taking the middle of each
 * word's range (Excellent 92 %, Great 79 %, Good 60 %, Poor 22 %).
 */
const scores: Readonly<Record<string, { security?: number; observability?: number }>> = {
  'gpt-5.2': { security: 8.58, observability: 8.5 },
  'gpt-5.4-mini': { security: 6.81 },
  'gpt-4.1': { security: 6.5, observability: 8.6 },
  'gpt-5.4': { security: 6.35 },
  'gpt-5.4-nano': { security: 5.49 },
  'gpt-4.1-mini': { security: 3.26, observability: 8.5 },
  'gpt-5': { observability: 8.8 },
};

/** At or below this score Elastic does not recommend a model. */
const lowScore = 5;

const soon = 180 * 24 * 60 * 60 * 1000;

export const findOffer = (models: readonly OfferedModel[], request: SetupRequest) =>
  models.find(
    ({ kind, name, version }) =>
      kind === request.kind && name === request.modelName && version === request.modelVersion,
  );

function toTypeOption(sku: OfferedSku, usages: readonly Usage[] | undefined) {
  const type = deploymentTypes.safeParse(sku.name);
  if (!type.success) return [];
  const usage = usages && usageOf(usages, sku);
  const quota = usage && {
    free: Math.max(0, Math.floor(usage.limit - usage.used)),
    limit: usage.limit,
    used: usage.used,
  };
  const { minimum, maximum, step, tokensPerUnit, requestsPerUnit, retiresAt } = sku;
  const option: DeploymentTypeOption = {
    deploymentType: type.data,
    ...quota,
    minimum,
    maximum,
    step,
    default: sku.default,
    tokensPerUnit,
    requestsPerUnit,
    retiresAt,
  };
  return [option];
}

function drawbacksOf(
  model: OfferedModel,
  types: DeploymentTypeOption[],
  retiresAt: string | undefined,
  now: Date,
): ModelDrawback[] {
  const score = scores[model.name];
  const rated = [score?.security, score?.observability].filter((value) => value !== undefined);
  const retires = retiresAt ? Date.parse(retiresAt) : Infinity;
  const judged: Array<[boolean, ModelDrawback]> = [
    [model.lifecycleStatus === 'Deprecating', 'deprecating'],
    [model.lifecycleStatus === 'Deprecated' || retires <= now.getTime(), 'deprecated'],
    [model.lifecycleStatus === 'Preview', 'preview'],
    [retires > now.getTime() && retires - now.getTime() < soon, 'retires_soon'],
    [!model.chatCompletion && model.responses, 'responses_only'],
    [rated.some((value) => value <= lowScore), 'low_score'],
    [rated.length === 0, 'not_rated'],
    [toolsNeedReasoningEffort(model.name), 'tools_need_reasoning_effort'],
    [types.length > 0 && types.every(({ free }) => free === 0), 'no_quota'],
  ];
  return judged.flatMap(([applies, drawback]) => (applies ? [drawback] : []));
}

/** A deployment type can retire before the version does: then its own date counts. */
function earliest({ retiresAt, skus }: OfferedModel, deploymentType: string | undefined) {
  const own = skus.find(({ name }) => name === deploymentType)?.retiresAt;
  const dates = [retiresAt, own].filter((date) => date !== undefined);
  return dates.sort()[0];
}

/** A model as the page shows it; undefined when it can answer no chat or has no type we can create. */
export function toModelOption(
  model: OfferedModel,
  location: string,
  usages: readonly Usage[] | undefined,
  now: Date,
  deploymentType?: string,
): ModelOption | undefined {
  if (!model.chatCompletion && !model.responses) return undefined;
  const types = model.skus.flatMap((sku) => toTypeOption(sku, usages));
  if (types.length === 0) return undefined;
  const retiresAt = earliest(model, deploymentType);
  return {
    modelName: model.name,
    modelVersion: model.version,
    kind: model.kind,
    location,
    isDefaultVersion: model.isDefaultVersion,
    lifecycleStatus: model.lifecycleStatus,
    retiresAt,
    contextTokens: model.contextTokens,
    deploymentTypes: types,
    securityScore: scores[model.name]?.security,
    observabilityScore: scores[model.name]?.observability,
    drawbacks: drawbacksOf(model, types, retiresAt, now),
  };
}

/** The score that counts for a use; undefined when the matrix does not rate the model for it. */
export function scoreFor(model: ModelOption, useCase: UseCase): number | undefined {
  const { securityScore, observabilityScore } = model;
  if (useCase === 'security') return securityScore;
  if (useCase === 'observability') return observabilityScore;
  if (securityScore === undefined || observabilityScore === undefined) return undefined;
  return (securityScore + observabilityScore) / 2;
}

/** Drawbacks with which a model is never recommended. */
const excluded: ReadonlySet<ModelDrawback> = new Set([
  'deprecating',
  'deprecated',
  'responses_only',
  'low_score',
  'preview',
]);

export const isRecommendable = (model: ModelOption): boolean =>
  !model.drawbacks.some((drawback) => excluded.has(drawback));

/** Models whose tools fail in use come last, then those that retire within 180 days. */
export const suitability = ({ drawbacks }: ModelOption): number => {
  if (drawbacks.includes('tools_need_reasoning_effort')) return 0;
  return drawbacks.includes('retires_soon') ? 1 : 2;
};
