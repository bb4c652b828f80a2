import type { AccountKind } from '../../../common/setup_request';
import type { Region } from '../../../common/options';
import type { Account, Azure, Usage } from '../azure/azure';
import { lookAtEach } from '../bounded_reads';
import { toRegionModel, type Judging } from './model_advice';
import { unlessRefused } from '../permissions/unless_refused';
import { offeredModels, type Offered, type Place } from './offered_models';
import type { RegionModel } from './region_model';

interface RegionOffers {
  models: RegionModel[];
  /** True if the quota could not be read, which requires permissions on the subscription. */
  quotaUnreadable: boolean;
  /** The account that the models were read from, if the subscription refused. */
  through?: Account;
}

/** Regions with the largest selection of models and the most quota come first. */
const preferred = ['eastus2', 'swedencentral', 'eastus', 'westus3', 'francecentral', 'japaneast'];

/** Programmatic names, most promising first. */
export function regionsInOrder(regions: readonly Region[]): string[] {
  const rank = ({ name, recommended }: Region) => {
    const index = preferred.indexOf(name);
    return index >= 0 ? index : preferred.length + (recommended ? 0 : 1);
  };
  return [...regions].sort((a, b) => rank(a) - rank(b)).map(({ name }) => name);
}

/** Time limit for one region, in milliseconds; its model list alone has 700 kB. */
const regionDeadlineMs = 8_000;

/** The models of a region for one kind of account, with available quota. Makes two concurrent calls. */
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

/** Where models are searched. */
export interface RegionSearch extends Judging {
  azure: Azure;
  subscriptionId: string;
  kind: AccountKind;
}

/**
 * The same for several regions, in their order; one that cannot be read in time has a problem and does not delay others.
 * With two calls per region, fifteen regions stay far below ARM's limit of 250 concurrent reads.
 */
export const offersOfRegions = (
  { azure, subscriptionId, kind, ...judging }: RegionSearch,
  locations: readonly string[],
) =>
  lookAtEach(
    locations,
    (location) => regionOffers(azure, { subscriptionId, location, kind }, judging),
    { atOnce: 15, deadlineMs: regionDeadlineMs },
  );
