import { SetupError } from '../../common/problem';
import type { ModelOption } from '../../common/options';
import type { AccountKind } from '../../common/setup_request';
import type { Azure, OfferedModel, Region, Usage } from '../azure/azure';
import { toModelOption, type Judging } from './model_advice';

export interface RegionOffers {
  models: ModelOption[];
  /** True when no quota could be read: it takes rights on the whole subscription. */
  quotaUnreadable: boolean;
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
    if (error instanceof SetupError && error.problem.code === 'authorization_failed') {
      return undefined;
    }
    throw error;
  }
}

/** How long one region may take, in milliseconds; its model list alone is 700 kB. */
export const regionDeadlineMs = 8_000;

export interface Place {
  subscriptionId: string;
  location: string;
  kind: AccountKind;
}

/** What a region offers to one kind of account, with free quota. Two calls, at the same time. */
export async function regionOffers(
  azure: Azure,
  { subscriptionId, location, kind }: Place,
  judging: Judging,
): Promise<RegionOffers> {
  const [offered, usages]: [OfferedModel[], Usage[] | undefined] = await Promise.all([
    azure.models(subscriptionId, location),
    readableUsages(azure, subscriptionId, location),
  ]);
  const models = offered
    .filter((model) => model.kind === kind)
    .flatMap((model) => toModelOption(model, location, usages, judging) ?? []);
  return { models, quotaUnreadable: usages === undefined || usages.length === 0 };
}
