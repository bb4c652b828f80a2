import type { Account, Azure, Region, Usage } from '../azure/azure';
import { toRegionModel, type Judging } from './model_advice';
import { unlessRefused } from '../permissions/unless_refused';
import { offeredModels, type Offered, type Place } from './offered_models';
import type { RegionModel } from './region_model';

interface RegionOffers {
  models: RegionModel[];
  /** True when no quota could be read: it takes permissions on the whole subscription. */
  quotaUnreadable: boolean;
  /** The account that the models were read from, if the subscription refused. */
  through?: Account;
}

/** Regions with the widest choice of models and the most quota come first; any other may follow. */
const preferred = ['eastus2', 'swedencentral', 'eastus', 'westus3', 'francecentral', 'japaneast'];

/** Programmatic names, those with the best prospects first. */
export function regionsInOrder(regions: readonly Region[]): string[] {
  const rank = ({ name, recommended }: Region) => {
    const index = preferred.indexOf(name);
    return index >= 0 ? index : preferred.length + (recommended ? 0 : 1);
  };
  return [...regions].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name);
}

/** How long one region may take, in milliseconds; its model list alone is 700 kB. */
export const regionDeadlineMs = 8_000;

/** The offers of a region for one kind of account, with free quota. Makes two calls at the same time. */
export async function regionOffers(
  azure: Azure,
  { subscriptionId, location, kind }: Place,
  judging: Judging,
): Promise<RegionOffers> {
  const [offered, usages]: [Offered, Usage[] | undefined] = await Promise.all([
    offeredModels(azure, { subscriptionId, location, kind }),
    unlessRefused(azure.usages(subscriptionId, location)),
  ]);
  const models = offered.models
    .filter((model) => model.kind === kind)
    .flatMap((model) => toRegionModel(model, location, usages, judging) ?? []);
  const quotaUnreadable = usages === undefined || usages.length === 0;
  return { models, quotaUnreadable, ...(offered.through ? { through: offered.through } : {}) };
}
