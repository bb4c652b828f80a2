import * as v from 'valibot';
import { hostLabel, regionName, resourceName } from '../../../common/read_values';
import type { AccountKind } from '../../../common/setup_request';
import type { Account } from '../azure/azure';

/** An account that can serve as it is. */
export interface Adoptable extends Account {
  kind: AccountKind;
  customSubDomainName: string;
}

const adoptableNames = v.object({
  resourceGroup: resourceName,
  accountName: resourceName,
  location: regionName,
  customSubDomainName: hostLabel,
});

/** It is at rest, accepts keys and has an endpoint of its own. */
export const isAdoptable = (account: Account): account is Adoptable =>
  (account.kind === 'OpenAI' || account.kind === 'AIServices') &&
  account.state === 'Succeeded' &&
  !account.keysDisabled &&
  v.is(adoptableNames, account);
