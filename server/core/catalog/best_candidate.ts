import { scoreOf } from '../../../common/models/model_scores';
import { SetupError, unlessSetupError, type Problem } from '../../../common/problem';
import type { Fixed, Reason, ReasonCode, UseCase } from '../../../common/recommendation';
import type { Account, ModelCapacity } from '../azure/azure';
import {
  hasRoom,
  isGoodEnough,
  rankCandidates,
  worksWithAssistants,
  type Candidate,
} from './candidates';
import { withDeployedVersions } from './deploys_already';
import { offeredRegions } from './offered_models';
import { offersOfRegions, regionsInOrder, type RegionSearch } from './region_offers';
import { serviceCapacity, versionOf, withServiceCapacity } from './service_capacity';
import type { RegionModel } from './region_model';

export interface Best {
  candidate: Candidate;
  reason: ReasonCode;
  detail?: Reason['detail'];
  regionsLooked: number;
  /** Accounts that the models were read from, if the subscription was not readable. */
  through: readonly Account[];
}

export interface Search extends RegionSearch {
  useCase: UseCase;
  fixed: Fixed;
}

/** Regions that are read together, and the maximum number of waves after something deployable is found. */
const waveSize = 4;
const usualWaves = 3;

async function regionsToLook({ azure, subscriptionId, kind, fixed }: Search): Promise<string[]> {
  if (fixed.location) return [fixed.location];
  return regionsInOrder(await offeredRegions(azure, subscriptionId, kind));
}

/** Trial, student and some sponsored offers have no regions, regardless of quota and models. */
async function notEligible({ azure, subscriptionId }: Search): Promise<SetupError> {
  const { quotaId } = (await unlessSetupError(azure.subscription(subscriptionId))) ?? {};
  return new SetupError({
    code: 'subscription_not_eligible',
    field: 'subscriptionId',
    ...(quotaId && { detail: { quotaId } }),
  });
}

function explain(
  candidate: Candidate,
  models: readonly RegionModel[],
  search: Search,
  rest: Pick<Best, 'regionsLooked' | 'through'>,
): Best {
  const score = scoreOf(candidate.model, search.useCase);
  if (score === undefined) return { candidate, reason: 'best_available', ...rest };
  const others = models.map((model) => scoreOf(model, search.useCase) ?? 0);
  const reason = others.every((other) => other <= score) ? 'best_score' : 'rated';
  return { candidate, reason, detail: { score }, ...rest };
}

type Choosing = Pick<Search, 'azure' | 'subscriptionId' | 'useCase' | 'fixed'>;

/**
 * The best candidate, limited by the service capacity. The limit only reduces a candidate, so one that stays the best
 * is the best of all; usually one call is enough.
 */
async function bestOf(
  models: readonly RegionModel[],
  search: Choosing,
  capacities = new Map<string, ModelCapacity[]>(),
): Promise<Candidate | undefined> {
  const { azure, subscriptionId, useCase, fixed } = search;
  for (;;) {
    const bounded = models.map((model) =>
      withServiceCapacity(model, capacities.get(versionOf(model)) ?? []),
    );
    const [best] = rankCandidates(bounded, useCase, fixed);
    if (!best || capacities.has(versionOf(best.model))) return best;
    capacities.set(versionOf(best.model), await serviceCapacity(azure, subscriptionId, best.model));
  }
}

/**
 * The best candidate that the assistants of this Kibana can use. If there is no other, it can be one that Azure phases
 * out and that the subscription deploys already.
 */
export async function bestUsable(
  models: readonly RegionModel[],
  search: Choosing,
  capacities?: Map<string, ModelCapacity[]>,
): Promise<Candidate | undefined> {
  const { azure, subscriptionId, fixed } = search;
  const best = await bestOf(models, search, capacities);
  if (fixed.modelName || worksWithAssistants(best)) return best;
  const deployable = await withDeployedVersions(azure, subscriptionId, models);
  return bestOf(deployable, search, capacities);
}

/** Reads regions in waves until one has a good enough candidate. */
export async function bestCandidate(search: Search): Promise<Best> {
  const { useCase } = search;
  const locations = await regionsToLook(search);
  if (locations.length === 0) throw await notEligible(search);
  const models: RegionModel[] = [];
  const through: Account[] = [];
  const capacities = new Map<string, ModelCapacity[]>();
  const problems: Problem[] = [];
  let looked = 0;
  let best: Candidate | undefined;
  // If no region has room so far, reads all other regions.
  while (looked < locations.length && !(looked >= waveSize * usualWaves && hasRoom(best))) {
    const wave = locations.slice(looked, looked + waveSize);
    const looks = await offersOfRegions(search, wave);
    const found = looks.flatMap((look) => ('found' in look ? [look.found] : []));
    models.push(...found.flatMap((region) => region.models));
    through.push(...found.flatMap((region) => region.through ?? []));
    problems.push(...looks.flatMap((look) => ('problem' in look ? [look.problem] : [])));
    looked += wave.length;
    best = await bestOf(models, search, capacities);
    if (isGoodEnough(best, useCase)) break;
  }
  best = await bestUsable(models, search, capacities);
  if (!best) {
    throw new SetupError(
      problems[0] ?? { code: 'no_model_available', detail: { regions: looked } },
    );
  }
  return explain(best, models, search, { regionsLooked: looked, through });
}
