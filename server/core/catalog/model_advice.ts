import * as v from 'valibot';
import { toolsNeedReasoningEffort } from '../../../common/models/model_limits';
import { own } from '../../../common/values/own';
import type { ModelDrawback } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import { deploymentType as deploymentTypes } from '../../../common/fields';
import type { OfferedModel, OfferedSku, Usage } from '../azure/azure';
import { requiredKibana, type Caller } from './assistant_support';
import { quotaOf } from './quota';
import type { RegionModel, RegionModelType } from './region_model';

interface Scores {
  security?: number;
  observability?: number;
}

/**
 * Elastic's published matrices, as of October 2026. Security: the overall score of the "Large language
 * model performance matrix". Observability: the mean of its eight columns, taking the middle of each
 * word's range (Excellent 92 %, Great 79 %, Good 60 %, Poor 22 %).
 */
const scores: Readonly<Record<string, Scores>> = {
  'gpt-5.2': { security: 8.58, observability: 8.5 },
  'gpt-5.4-mini': { security: 6.81 },
  'gpt-4.1': { security: 6.5, observability: 8.6 },
  'gpt-5.4': { security: 6.35 },
  'gpt-5.4-nano': { security: 5.49 },
  'gpt-4.1-mini': { security: 3.26, observability: 8.5 },
  'gpt-5': { observability: 8.8 },
};

const scoresOf = (modelName: string): Scores => own(scores, modelName) ?? {};

/** Elastic does not recommend models with this score or less. */
const lowScore = 5;

const soon = 180 * 24 * 60 * 60 * 1000;

export const findOffer = (
  models: readonly OfferedModel[],
  wanted: Pick<SetupRequest, 'kind' | 'modelName' | 'modelVersion'>,
) =>
  models.find(
    ({ kind, modelName, modelVersion }) =>
      kind === wanted.kind &&
      modelName === wanted.modelName &&
      modelVersion === wanted.modelVersion,
  );

/** The offer of a model in one deployment type. */
export const skuOf = (offer: OfferedModel | undefined, type: string): OfferedSku | undefined =>
  offer?.skus.find(({ deploymentType }) => deploymentType === type);

/** What a model is judged by: who calls it, and the date. */
export interface Judging extends Caller {
  now: Date;
}

/** A deployment type can retire before the version. */
const earliest = (...dates: Array<string | undefined>): string | undefined =>
  dates.filter((date) => date !== undefined).sort()[0];

const applying = (judged: Array<[boolean, ModelDrawback]>): ModelDrawback[] =>
  judged.flatMap(([applies, drawback]) => (applies ? [drawback] : []));

/** The drawbacks of a model that depend on its name only. */
export function drawbacksOfName(modelName: string, caller: Caller): ModelDrawback[] {
  const rated = Object.values(scoresOf(modelName));
  return applying([
    [rated.some((value) => value <= lowScore), 'low_score'],
    [rated.length === 0, 'not_rated'],
    [toolsNeedReasoningEffort(modelName), 'tools_need_reasoning_effort'],
    [requiredKibana(caller, modelName) !== undefined, 'temperature_refused'],
  ]);
}

/** The drawbacks of a model in one deployment type, and its retirement date. */
export function judgeModel(
  model: OfferedModel,
  sku: Pick<OfferedSku, 'retiresAt'>,
  { now, ...caller }: Judging,
  free?: number,
): Pick<RegionModelType, 'retiresAt' | 'drawbacks'> {
  const retiresAt = earliest(model.retiresAt, sku.retiresAt);
  const retires = retiresAt ? Date.parse(retiresAt) : Infinity;
  const judged: Array<[boolean, ModelDrawback]> = [
    [model.lifecycleStatus === 'Deprecating', 'deprecating'],
    [model.lifecycleStatus === 'Deprecated' || retires <= now.getTime(), 'deprecated'],
    [model.lifecycleStatus === 'Preview', 'preview'],
    [retires > now.getTime() && retires - now.getTime() < soon, 'retires_soon'],
    [!model.chatCompletion && model.responses, 'responses_only'],
  ];
  const drawbacks = [
    ...applying(judged),
    ...drawbacksOfName(model.modelName, caller),
    ...applying([[free === 0, 'no_quota']]),
  ];
  return { retiresAt, drawbacks };
}

function toTypeOption(
  model: OfferedModel,
  sku: OfferedSku,
  usages: readonly Usage[] | undefined,
  judging: Judging,
): RegionModelType[] {
  const { deploymentType, meters: _meters, ...offered } = sku;
  if (!v.is(deploymentTypes, deploymentType)) return [];
  const quota = quotaOf(usages, sku);
  return [
    { ...offered, deploymentType, ...quota, ...judgeModel(model, sku, judging, quota?.free) },
  ];
}

/** Elastic's scores of a model. */
export function ratingOf(
  modelName: string,
): Pick<RegionModel, 'securityScore' | 'observabilityScore'> {
  const { security, observability } = scoresOf(modelName);
  return { securityScore: security, observabilityScore: observability };
}

/** A model for the page; undefined if it does not support chat or has no type that setup can create. */
export function toRegionModel(
  model: OfferedModel,
  location: string,
  usages: readonly Usage[] | undefined,
  judging: Judging,
): RegionModel | undefined {
  if (!model.chatCompletion && !model.responses) return undefined;
  const types = model.skus.flatMap((sku) => toTypeOption(model, sku, usages, judging));
  if (types.length === 0) return undefined;
  const { modelName, modelVersion, kind, isDefaultVersion, retiresAt } = model;
  return {
    ...{ modelName, modelVersion, kind, location, isDefaultVersion, retiresAt },
    deploymentTypes: types,
    ...ratingOf(modelName),
  };
}

/** The lower one of Elastic's scores; undefined if Elastic has not rated the model. */
export function lowestScore(modelName: string): number | undefined {
  const { security = Infinity, observability = Infinity } = scoresOf(modelName);
  const lowest = Math.min(security, observability);
  return Number.isFinite(lowest) ? lowest : undefined;
}

/** Drawbacks with which a model is never recommended. */
const excluded: ReadonlySet<ModelDrawback> = new Set([
  'deprecating',
  'deprecated',
  'responses_only',
  'low_score',
  'preview',
]);

type Judged = Pick<RegionModelType, 'drawbacks'>;

export const isRecommendable = ({ drawbacks }: Judged): boolean =>
  !drawbacks.some((drawback) => excluded.has(drawback));

/** False if Azure no longer deploys it, or Kibana cannot use it at all. */
export const isDeployable = ({ drawbacks }: Judged): boolean =>
  !drawbacks.includes('deprecated') && !drawbacks.includes('responses_only');

/** Drawbacks with which the assistants fail. */
const failing: ReadonlySet<ModelDrawback> = new Set([
  'tools_need_reasoning_effort',
  'temperature_refused',
]);

/** Drawbacks of models that will soon be replaced. */
const ending: ReadonlySet<ModelDrawback> = new Set(['retires_soon', 'phasing_out']);

/** Models that fail with the assistants rank last, before them those that will soon be replaced. */
export const suitability = ({ drawbacks }: Judged): number => {
  if (drawbacks.some((drawback) => failing.has(drawback))) return 0;
  return drawbacks.some((drawback) => ending.has(drawback)) ? 1 : 2;
};
