import type { Fix } from '../../../../common/check';
import { unlessSetupError } from '../../../../common/problem';
import { sameText } from '../../../../common/values/same_text';
import { namesRefused } from '../../naming/new_names';
import { fail, type Check, type CheckContext } from '../check';
import { adopt, otherName } from '../fixes';

/** Fixes for a soft-deleted account of the same name in the same group. */
function softDeletedFixes(name: string): Fix[] {
  const detail = { name };
  return [
    { code: 'restore_account', change: { onDeletedAccount: 'restore' }, detail },
    { code: 'purge_account', change: { onDeletedAccount: 'purge' }, detail },
  ];
}

/** The account or soft-deleted account of this subscription with the name. */
async function accountsWithSubdomain({ request, azure }: CheckContext, name: string) {
  const [accounts, deleted] = await Promise.all([
    unlessSetupError(azure.accounts(request.subscriptionId)),
    unlessSetupError(azure.deletedAccounts(request.subscriptionId)),
  ]);
  const own = accounts?.find(({ customSubDomainName }) => sameText(customSubDomainName, name));
  const binned = deleted?.find(
    ({ customSubDomainName, accountName }) =>
      sameText(customSubDomainName, name) || sameText(accountName, name),
  );
  return { own, binned };
}

/** Endpoint names are unique in all of Azure. */
export const nameFree: Check = {
  id: 'name_free',
  unverified: 'subdomain_unverified',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, customSubDomainName: name, location, kind } = request;
    const field = 'customSubDomainName';
    if (await azure.account(request)) return [];
    if (!name) return [fail({ code: 'subdomain_missing', field })];
    const refused = namesRefused('account', request);
    if (refused.length > 0) return refused.map((problem) => fail(problem, otherName));
    const [free, twin] = await Promise.all([
      azure.isSubdomainFree(subscriptionId, name, kind),
      azure.deletedAccount(request, location),
    ]);
    if (twin && request.onDeletedAccount === 'restore') return [];
    if (twin && !request.onDeletedAccount) {
      const { accountName, resourceGroup } = request;
      const detail = { name: accountName, resourceGroup, location };
      return [
        fail(
          { code: 'account_soft_deleted', field: 'accountName', detail },
          ...softDeletedFixes(accountName),
          otherName,
        ),
      ];
    }
    // A purge releases the endpoint name of that account only.
    if (free || sameText(twin?.customSubDomainName, name)) return [];
    const { own, binned } = await accountsWithSubdomain(context, name);
    if (own) {
      const detail = { name, account: own.accountName, resourceGroup: own.resourceGroup };
      const problem = { code: 'subdomain_taken_by_own_account', field, detail } as const;
      return [fail(problem, ...adopt(own), otherName)];
    }
    if (binned) {
      const { accountName: account, resourceGroup } = binned;
      const detail = { name, account, resourceGroup, location: binned.location };
      return [fail({ code: 'subdomain_held_by_deleted_account', field, detail }, otherName)];
    }
    return [fail({ code: 'subdomain_taken', field, detail: { name } }, otherName)];
  },
};
