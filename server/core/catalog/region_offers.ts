import type { Account, Azure, Region, Usage } from '../azure/azure';
import { toRegionModel, type Judging } from './model_advice';
import { isRefused, offeredModels, type Offered, type Place } from './offered_models';
import type { RegionModel } from './region_model';

interface RegionOffers {
  models: RegionModel[];
  /** True when no quota could be read: it takes rights on the whole subscription. */
  quotaUnreadable: boolean;
  /** The account that told the models, where the subscription did not. */
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

/** Quota rows, or undefined when this person may not read them. */
async function readableUsages(azure: Azure, subscriptionId: string, location: string) {
  try {
    return await azure.usages(subscriptionId, location);
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** How long one region may take, in milliseconds; its model list alone is 700 kB. */
export const regionDeadlineMs = 8_000;

/** What a region offers to one kind of account, with free quota. Two calls, at the same time. */
export async function regionOffers(
  azure: Azure,
  { subscriptionId, location, kind }: Place,
  judging: Judging,
): Promise<RegionOffers> {
  const [offered, usages]: [Offered, Usage[] | undefined] = await Promise.all([
    offeredModels(azure, { subscriptionId, location, kind }),
    readableUsages(azure, subscriptionId, location),
  ]);
  const models = offered.models
    .filter((model) => model.kind === kind)
    .flatMap((model) => toRegionModel(model, location, usages, judging) ?? []);
  const quotaUnreadable = usages === undefined || usages.length === 0;
  return { models, quotaUnreadable, ...(offered.through ? { through: offered.through } : {}) };
}
