import * as v from 'valibot';
import { unlessSetupError } from '../../../common/problem';
import { regionName } from '../../../common/values/read_values';
import type { AccountKind } from '../../../common/setup_request';
import type { Region } from '../../../common/options';
import type { Account, Azure, OfferedModel } from '../azure/azure';
import { isRefused } from '../permissions/unless_refused';

/**
 * Regions and models are listed at the subscription. For a person with permissions on a resource group only, the
 * accounts of that group provide their regions and models.
 */

export interface Place {
  subscriptionId: string;
  location: string;
  kind: AccountKind;
}

export interface Offered {
  models: OfferedModel[];
  /** The account that they were read from, if the subscription was not readable. */
  through?: Account;
}

/**
 * Reads from the subscription or, if that is refused, from its accounts. Rethrows the refusal if the accounts have no
 * result.
 */
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
    const ready = accounts.filter(({ state }) => state === 'Succeeded');
    const found = await unlessSetupError(instead(ready));
    if (found === undefined) throw error;
    return found;
  }
}

/** Regions in which an account can be created or exists. */
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
  // A region name that is not valid in a URL cannot be read.
  return regions.filter(({ name }) => v.is(regionName, name));
};

/** The models of a region; if they are read from an account, those for accounts of its kind. */
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
