import * as v from 'valibot';
import { SetupError, unlessSetupError } from '../../../common/problem';
import { regionName } from '../../../common/read_values';
import type { AccountKind } from '../../../common/setup_request';
import type { Account, Azure, OfferedModel, Region } from '../azure/azure';

/**
 * Regions and models are listed at the subscription. Who has rights in a resource group only is refused
 * there, and sees through the accounts of that group instead: their regions, and the models of each.
 */

export interface Place {
  subscriptionId: string;
  location: string;
  kind: AccountKind;
}

export interface Offered {
  models: OfferedModel[];
  /** The account that told them, where the subscription did not. */
  through?: Account;
}

export const isRefused = (error: unknown): boolean =>
  error instanceof SetupError && error.problem.code === 'authorization_failed';

/** Asks the subscription; where that is refused, its accounts. Their silence leaves the refusal as it is. */
async function orThroughAccounts<T>(
  azure: Azure,
  subscriptionId: string,
  ask: () => Promise<T>,
  instead: (accounts: Account[]) => Promise<T | undefined>,
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isRefused(error)) throw error;
    const accounts = (await unlessSetupError(azure.accounts(subscriptionId))) ?? [];
    const atRest = accounts.filter(({ state }) => state === 'Succeeded');
    const found = await unlessSetupError(instead(atRest));
    if (found === undefined) throw error;
    return found;
  }
}

/** Regions in which an account can be made, or in which there is one at least. */
export const offeredRegions = async (
  azure: Azure,
  subscriptionId: string,
  kind: AccountKind,
): Promise<Region[]> => {
  const regions = await orThroughAccounts(
    azure,
    subscriptionId,
    () => azure.regions(subscriptionId, kind),
    async (accounts) => {
      const names = [...new Set(accounts.map(({ location }) => location))];
      const regions = names.map((name) => ({ name, displayName: name, recommended: false }));
      return regions.length > 0 ? regions : undefined;
    },
  );
  // The models of a region whose name fits no URL cannot be read.
  return regions.filter(({ name }) => v.is(regionName, name));
};

/** The models of a region; where only an account tells them, those for accounts of its kind. */
export const offeredModels = (
  azure: Azure,
  { subscriptionId, location, kind }: Place,
): Promise<Offered> =>
  orThroughAccounts<Offered>(
    azure,
    subscriptionId,
    async () => ({ models: await azure.models(subscriptionId, location) }),
    async (accounts) => {
      const through = accounts.find((one) => one.location === location && one.kind === kind);
      if (!through) return undefined;
      const { resourceGroup, accountName } = through;
      const ref = { subscriptionId, resourceGroup, accountName };
      return { models: await azure.accountModels(ref, kind), through };
    },
  );
