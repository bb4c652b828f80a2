import { fitCapacity, freeTokens, tokenLevels } from '../../../common/models/capacity';
import { dataNearness } from '../../../common/models/deployment_types';
import { scoreOf } from '../../../common/models/model_scores';
import type { Fixed, UseCase } from '../../../common/recommendation';
import { isRecommendable, suitability } from './model_advice';
import type { RegionModel, RegionModelType } from './region_model';

/** A model version in a region and deployment type. */
export interface Candidate {
  model: RegionModel;
  type: RegionModelType;
}

/** The largest capacity that one deployment can have now, in units; undefined if the quota is unreadable. */
export const freeUnits = (type: RegionModelType): number | undefined =>
  type.free === undefined ? undefined : fitCapacity(type, type.free);

/** The same in tokens per minute. */
const deployableTokens = ({ type }: Candidate): number | undefined =>
  freeTokens({ ...type, free: freeUnits(type) });

/** 3: room for everyday use. 2: a little. 1: hardly any, or unknown. 0: none. */
function room(candidate: Candidate): number {
  const tokens = deployableTokens(candidate);
  if (tokens === undefined) return 1;
  if (tokens >= tokenLevels.ample) return 3;
  if (tokens >= tokenLevels.tight) return 2;
  return tokens > 0 ? 1 : 0;
}

type Merit = (candidate: Candidate, useCase: UseCase) => number;

/** The ranking criteria, most important first; larger is better. */
const merits: readonly Merit[] = [
  ({ type }) => (isRecommendable(type) ? 1 : 0),
  (candidate) => Math.min(room(candidate), 1),
  ({ type }) => suitability(type),
  room,
  ({ model }, useCase) => scoreOf(model, useCase) ?? 0,
  ({ model }) => (model.isDefaultVersion ? 1 : 0),
  ({ type }) => dataNearness[type.deploymentType],
  // More quota than setup would use is no advantage.
  (candidate) => Math.min(deployableTokens(candidate) ?? 0, tokenLevels.ideal * 1.5),
];

interface Ranked {
  candidate: Candidate;
  merits: number[];
}

function compare(a: Ranked, b: Ranked): number {
  const index = a.merits.findIndex((merit, i) => merit !== b.merits[i]);
  if (index >= 0) return (b.merits[index] ?? 0) - (a.merits[index] ?? 0);
  return b.candidate.model.modelVersion.localeCompare(a.candidate.model.modelVersion);
}

/** All candidates of the models, best first; ties keep the order of the models. */
export const rankAll = (models: readonly RegionModel[], useCase: UseCase): Candidate[] =>
  models
    .flatMap((model) => model.deploymentTypes.map((type) => ({ model, type })))
    .map((candidate) => ({ candidate, merits: merits.map((merit) => merit(candidate, useCase)) }))
    .sort(compare)
    .map(({ candidate }) => candidate);

/**
 * The candidates that match the fixed values, best first, without models that are never recommended unless the person
 * chose one.
 */
export function rankCandidates(
  models: readonly RegionModel[],
  useCase: UseCase,
  { modelName, modelVersion, deploymentType }: Fixed,
): Candidate[] {
  return rankAll(models, useCase)
    .filter(({ model, type }) =>
      modelName ? model.modelName === modelName : isRecommendable(type),
    )
    .filter(({ model }) => !modelVersion || model.modelVersion === modelVersion)
    .filter(({ type }) => !deploymentType || type.deploymentType === deploymentType);
}

/** True if it can certainly be deployed now. */
export const hasRoom = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined && (deployableTokens(candidate) ?? 0) > 0;

/** False if the assistants of this Kibana would fail with it. */
export const worksWithAssistants = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined && suitability(candidate.type) > 0;

/** With at least this score from Elastic, no better candidate is searched. */
const goodScore = 8;

/** True if searching further regions is not worthwhile. */
export const isGoodEnough = (candidate: Candidate | undefined, useCase: UseCase): boolean =>
  candidate !== undefined &&
  worksWithAssistants(candidate) &&
  (scoreOf(candidate.model, useCase) ?? 0) >= goodScore &&
  room(candidate) === 3;
