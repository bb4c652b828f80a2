import { SetupError } from '../../common/problem';
import type { Fixed, Reason, ReasonCode, UseCase } from '../../common/recommendation';
import type { AccountKind } from '../../common/setup_request';
import type { Azure, Region } from '../azure/azure';
import { isGoodEnough, rankCandidates, type Candidate } from './candidates';
import { scoreFor } from './model_advice';
import { regionOffers } from './region_offers';

export interface Best {
  candidate: Candidate;
  reason: ReasonCode;
  detail?: Reason['detail'];
  regionsLooked: number;
}

interface Search {
  azure: Azure;
  subscriptionId: string;
  kind: AccountKind;
  useCase: UseCase;
  fixed: Fixed;
  now: Date;
}

/** Regions with the widest choice of models and the most quota come first; any other may follow. */
const preferred = ['eastus2', 'swedencentral', 'eastus', 'westus3', 'francecentral', 'japaneast'];

/** Regions looked at together, and how many such waves there are at most. */
const waveSize = 4;
const maximumWaves = 3;

/** Programmatic names, those with the best prospects first. */
export function regionsInOrder(regions: readonly Region[]): string[] {
  const rank = ({ name, recommended }: Region) => {
    const index = preferred.indexOf(name);
    return index >= 0 ? index : preferred.length + (recommended ? 0 : 1);
  };
  return [...regions].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name);
}

async function regionsToLook({ azure, subscriptionId, kind, fixed }: Search): Promise<string[]> {
  if (fixed.location) return [fixed.location];
  return regionsInOrder(await azure.regions(subscriptionId, kind));
}

function explain(candidate: Candidate, search: Search, regionsLooked: number): Best {
  const score = scoreFor(candidate.model, search.useCase);
  if (score === undefined) return { candidate, reason: 'best_available', regionsLooked };
  return { candidate, reason: 'best_score', detail: { score }, regionsLooked };
}

/** Looks at regions in waves until one offers a model that nothing else would beat. */
export async function bestCandidate(search: Search): Promise<Best> {
  const { azure, subscriptionId, kind, useCase, fixed, now } = search;
  const locations = await regionsToLook(search);
  const models = [];
  let looked = 0;
  let best: Candidate | undefined;
  while (looked < Math.min(locations.length, waveSize * maximumWaves)) {
    const wave = locations.slice(looked, looked + waveSize);
    const offers = await Promise.all(
      wave.map((location) => regionOffers(azure, { subscriptionId, location, kind }, now)),
    );
    models.push(...offers.flatMap((offer) => offer.models));
    looked += wave.length;
    [best] = rankCandidates(models, useCase, fixed);
    if (isGoodEnough(best, useCase)) break;
  }
  if (!best) throw new SetupError({ code: 'no_model_available', detail: { regions: looked } });
  return explain(best, search, looked);
}
