import { SetupError, type Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { accountPath } from '../azure/arm_paths';
import type { Account } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { azureResourceStep } from './azure_resource_step';
import { isOwned, tagsOf } from './ownership_tag';

/** Why an existing account cannot serve the request; undefined if it can. */
function mismatch(account: Account, request: SetupRequest): Problem | undefined {
  const name = account.accountName;
  if (account.kind !== request.kind) {
    return { code: 'account_wrong_kind', detail: { name, kind: account.kind } };
  }
  if (account.location !== request.location) {
    const detail = { name, location: account.location };
    return { code: 'account_location_conflict', field: 'location', detail };
  }
  const { resourceGroup } = account;
  if (account.keysDisabled && request.authentication === 'api_key') {
    return { code: 'keys_disabled', detail: { name, resourceGroup } };
  }
  if (account.state === 'Failed' || account.state === 'Canceled') {
    return { code: 'account_failed', detail: { name, state: account.state } };
  }
  // A regional endpoint does not serve deployments by path.
  const hasEndpoint = account.openAiEndpoint && account.customSubDomainName;
  if (account.state === 'Succeeded' && !hasEndpoint) {
    return { code: 'subdomain_missing', detail: { name, resourceGroup } };
  }
  return undefined;
}

/** Changes only the network rules of an existing account. */
function differs({ networkAccess, ipRules }: Account, request: SetupRequest): boolean {
  if (networkAccess !== request.networkAccess) return true;
  const requested = networkAccess === 'selected' ? request.ipRules : ipRules;
  return [...requested].sort().join() !== [...ipRules].sort().join();
}

export const account = azureResourceStep<Account>({
  id: 'account',
  nameField: 'accountName',
  resourceId: accountPath,
  location: (request) => request.location,
  onDeleted: (request) => request.onDeletedAccount,
  read: ({ azure, request }) => azure.account(request),
  mismatch,
  differs,

  async apply({ request, azure, runId }) {
    const { customSubDomainName } = request;
    if (!customSubDomainName) {
      throw new SetupError({ code: 'subdomain_missing', field: 'customSubDomainName' });
    }
    const deleted = request.onDeletedAccount
      ? await azure.deletedAccount(request, request.location)
      : undefined;
    if (deleted && request.onDeletedAccount === 'restore') {
      // It existed before the run, so it gets no ownership tag and undo keeps it.
      await azure.restoreAccount(request, request.location);
      return { reused: true };
    }
    if (deleted) {
      await azure.purgeAccount(request, request.location);
      return { waiting: { code: 'account_soft_deleted', detail: { name: request.accountName } } };
    }
    // Creating it again would replace later changes of others.
    const existing = await azure.account(request);
    if (!existing) {
      assertNames('account', request);
      await azure.createAccount({ ...request, customSubDomainName, tags: tagsOf(request, runId) });
    } else if (isOwned(existing.tags, runId)) await azure.updateAccountNetwork(request);
    return {};
  },

  delete: ({ azure, request }) => azure.deleteAccount(request),

  /** Purges the soft-deleted account, which would keep its name and quota for 48 hours. */
  async deleteRemains({ request, azure, runId }) {
    const deleted = await azure.deletedAccount(request, request.location);
    if (!deleted || !isOwned(deleted.tags, runId)) return true;
    await azure.purgeAccount(request, request.location);
    return false;
  },

  /**
   * For about a minute, ARM still counts deleted deployments and refuses to delete the account. If it still refuses
   * after two minutes, the account contains something that the run did not create, such as a project.
   */
  limitOf: (problem) =>
    problem.code === 'account_busy' && problem.detail?.deployments === 0
      ? { waitTimeout: 2 * 60_000, problem: { ...problem, code: 'resource_not_empty' } }
      : undefined,
});
