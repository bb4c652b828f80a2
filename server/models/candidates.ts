import type { DeploymentTypeOption, ModelOption } from '../../common/options';
import type { Fixed, UseCase } from '../../common/recommendation';
import { isRecommendable, scoreFor, suitability } from './model_advice';

/** One way to deploy: a model version in a region, in one deployment type. */
export interface Candidate {
  model: ModelOption;
  type: DeploymentTypeOption;
}

/** Enough for several people at once; the most that is taken without being asked. */
export const idealTokens = 450_000;
/** Enough for one person's assistant to answer without running into the limit. */
export const ampleTokens = 100_000;

/** What a candidate can give, in tokens per minute; undefined when quota is unreadable. */
export const freeTokens = ({ type }: Candidate): number | undefined =>
  type.free === undefined
    ? undefined
    : Math.min(type.free, type.maximum ?? Infinity) * type.tokensPerUnit;

/** 2: room for everyday use. 1: some room, or nobody knows. 0: none. */
function room(candidate: Candidate): number {
  const tokens = freeTokens(candidate);
  if (tokens === undefined) return 1;
  if (tokens >= ampleTokens) return 2;
  return tokens > 0 ? 1 : 0;
}

/** Where there is room, data stays as near as possible: the region, then the zone, then anywhere. */
const nearness = { Standard: 2, DataZoneStandard: 1, GlobalStandard: 0 } as const;

/** What a candidate is judged by, the weightiest first; larger is better. */
const merits = (candidate: Candidate, useCase: UseCase): number[] => [
  Math.min(room(candidate), 1),
  suitability(candidate.model),
  room(candidate),
  scoreFor(candidate.model, useCase) ?? 0,
  candidate.model.isDefaultVersion ? 1 : 0,
  nearness[candidate.type.deploymentType],
  freeTokens(candidate) ?? 0,
];

function compare(a: Candidate, b: Candidate, useCase: UseCase): number {
  const [mine, theirs] = [merits(a, useCase), merits(b, useCase)];
  const index = mine.findIndex((merit, i) => merit !== theirs[i]);
  if (index < 0) return b.model.modelVersion.localeCompare(a.model.modelVersion);
  return (theirs[index] ?? 0) - (mine[index] ?? 0);
}

/**
 * All ways to deploy that agree with what is fixed, the best first. Models that must never be
 * recommended are left out, unless the person named one.
 */
export function rankCandidates(
  models: readonly ModelOption[],
  useCase: UseCase,
  fixed: Fixed,
): Candidate[] {
  const { modelName, modelVersion, deploymentType } = fixed;
  return models
    .filter((model) => (modelName ? model.modelName === modelName : isRecommendable(model)))
    .filter((model) => !modelVersion || model.modelVersion === modelVersion)
    .flatMap((model) => model.deploymentTypes.map((type) => ({ model, type })))
    .filter(({ type }) => !deploymentType || type.deploymentType === deploymentType)
    .sort((a, b) => compare(a, b, useCase));
}

/** True when looking in further regions could not turn up anything that matters. */
export const isGoodEnough = (candidate: Candidate | undefined, useCase: UseCase): boolean =>
  candidate !== undefined &&
  suitability(candidate.model) > 0 &&
  (scoreFor(candidate.model, useCase) ?? 0) >= 8 &&
  room(candidate) === 2;
