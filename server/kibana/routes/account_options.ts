import { hostOf } from '../../../common/values/host_of';
import type { AccountOption } from '../../../common/options';
import { SetupError } from '../../../common/problem';
import type { Account, AccountRef, Azure, Deployment } from '../../core/azure/azure';
import type { ExistingTarget } from '../../core/targets/target';
import { lookAtEach } from '../../core/bounded_reads';

/** Number of accounts that include their deployments, with one call each. The page reads other accounts one by one. */
const accountsWithDeployments = 100;
const deploymentBounds = { atOnce: 15, deadlineMs: 5_000, totalMs: 8_000 };

/** Names of the connectors that call the account. */
function callersOf(account: Account, targets: readonly ExistingTarget[]): string[] {
  const host = hostOf(account.openAiEndpoint ?? '');
  return targets
    .filter(({ url = '' }) => hostOf(url) !== '' && hostOf(url) === host)
    .map(({ name }) => name);
}

function toOption(
  account: Account,
  targets: readonly ExistingTarget[],
  deployments: readonly Deployment[] | undefined,
): AccountOption[] {
  const { resourceGroup, accountName, kind, location, state, customSubDomainName } = account;
  if (kind !== 'OpenAI' && kind !== 'AIServices') return [];
  const option: AccountOption = {
    resourceGroup,
    accountName,
    kind,
    location,
    state,
    customSubDomainName,
    networkAccess: account.networkAccess,
    keysDisabled: account.keysDisabled,
    usedBy: callersOf(account, targets),
    ...(deployments && {
      deployments: deployments.map(({ tags: _tags, ...deployment }) => deployment),
    }),
  };
  return [option];
}

/** The accounts of a subscription. Deployments that could not be read in time are absent, not empty. */
export async function accountOptions(
  azure: Azure,
  subscriptionId: string,
  targets: readonly ExistingTarget[],
): Promise<AccountOption[]> {
  const accounts = await azure.accounts(subscriptionId);
  const listed = accounts
    .filter(({ state }) => state === 'Succeeded')
    .slice(0, accountsWithDeployments);
  const looks = await lookAtEach(
    listed,
    ({ resourceGroup, accountName }) =>
      azure.deployments({ subscriptionId, resourceGroup, accountName }),
    deploymentBounds,
  );
  const found = new Map(
    looks.map((look) => [look.place, 'found' in look ? look.found : undefined]),
  );
  return accounts.flatMap((account) => toOption(account, targets, found.get(account)));
}

/** One account with its deployments. */
export async function accountOption(
  azure: Azure,
  ref: AccountRef,
  targets: readonly ExistingTarget[],
): Promise<AccountOption[]> {
  const account = await azure.account(ref);
  if (!account) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: ref.accountName } });
  }
  return toOption(account, targets, await azure.deployments(ref));
}
