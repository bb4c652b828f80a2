import type { Offer, Offers } from '../../../common/models/offers';
import { scoreOf } from '../../../common/models/model_scores';
import type { UseCase } from '../../../common/recommendation';
import { freeUnits, rankAll, worksWithAssistants, type Candidate } from './candidates';
import { withDeployedVersions } from './deploys_already';
import { lookAtEach } from '../bounded_reads';
import { isDeployable } from './model_advice';
import { offeredRegions } from './offered_models';
import { offersOfRegions, regionsInOrder, type RegionSearch } from './region_offers';
import { serviceCapacity, versionOf, withServiceCapacity } from './service_capacity';
import type { RegionModel } from './region_model';

interface Search extends RegionSearch {
  useCase: UseCase;
}

/** One call per version. */
const versionBounds = { atOnce: 30, deadlineMs: 5_000 };

/** The models that can be deployed. */
const deployable = (models: readonly RegionModel[]): RegionModel[] =>
  models
    .map((model) => ({ ...model, deploymentTypes: model.deploymentTypes.filter(isDeployable) }))
    .filter(({ deploymentTypes }) => deploymentTypes.length > 0);

/** The models limited by the service capacity, with one call for each version. */
async function bounded({ azure, subscriptionId }: Search, models: readonly RegionModel[]) {
  const versions = new Map(models.map((model) => [versionOf(model), model]));
  const looks = await lookAtEach(
    [...versions],
    ([, model]) => serviceCapacity(azure, subscriptionId, model),
    versionBounds,
  );
  const rows = new Map(looks.map((look) => [look.place[0], 'found' in look ? look.found : []]));
  return models.map((model) => withServiceCapacity(model, rows.get(versionOf(model)) ?? []));
}

/** All candidates, best first; if the best one does not work, with the versions that the subscription deploys. */
async function ranked({ azure, subscriptionId, useCase }: Search, models: readonly RegionModel[]) {
  const candidates = rankAll(models, useCase);
  return worksWithAssistants(candidates[0])
    ? candidates
    : rankAll(await withDeployedVersions(azure, subscriptionId, models), useCase);
}

function toOffer({ model, type }: Candidate, useCase: UseCase): Offer {
  const { modelName, modelVersion, location } = model;
  const { deploymentType, limit, tokensPerUnit, retiresAt, drawbacks } = type;
  return {
    modelName,
    modelVersion,
    location,
    deploymentType,
    free: freeUnits(type),
    limit,
    tokensPerUnit,
    score: scoreOf(model, useCase),
    retiresAt,
    drawbacks,
  };
}

/**
 * All offers that Kibana can use, in all regions of the subscription, best first. A region that cannot be read in time
 * is reported and does not delay others.
 */
export async function findOffers(search: Search): Promise<Offers> {
  const { azure, subscriptionId, kind, useCase } = search;
  const locations = regionsInOrder(await offeredRegions(azure, subscriptionId, kind));
  const looks = await offersOfRegions(search, locations);
  const found = looks.flatMap((look) => ('found' in look ? [look.found] : []));
  const models = await bounded(search, deployable(found.flatMap((region) => region.models)));
  return {
    offers: (await ranked(search, models)).map((candidate) => toOffer(candidate, useCase)),
    regions: locations.length,
    unread: looks.flatMap((look) =>
      'problem' in look ? [{ location: look.place, problem: look.problem }] : [],
    ),
    quotaUnreadable: found.some(({ quotaUnreadable }) => quotaUnreadable),
  };
}
