import { SetupError, type Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { accountPath } from '../azure/arm_paths';
import type { Account } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { isForeign, isMarked, markedTags } from './ownership_tag';
import type { Look, Step } from './step';

/** Why an account that is there cannot serve this request; undefined when it can. */
function misfit(account: Account, request: SetupRequest): Problem | undefined {
  const name = account.accountName;
  if (account.kind !== request.kind) {
    return {
      code: 'account_wrong_kind',
      field: 'accountName',
      detail: { name, kind: account.kind },
    };
  }
  if (account.location !== request.location) {
    const detail = { name, location: account.location };
    return { code: 'account_location_conflict', field: 'location', detail };
  }
  const { resourceGroup } = account;
  if (account.keysDisabled) {
    return { code: 'keys_disabled', field: 'accountName', detail: { name, resourceGroup } };
  }
  if (account.state === 'Failed' || account.state === 'Canceled') {
    const detail = { name, state: account.state };
    return { code: 'account_failed', field: 'accountName', detail };
  }
  // The endpoint of a whole region knows no deployments by path.
  const hasEndpoint = account.openAiEndpoint && account.customSubDomainName;
  if (account.state === 'Succeeded' && !hasEndpoint) {
    return { code: 'subdomain_missing', field: 'accountName', detail: { name, resourceGroup } };
  }
  return undefined;
}

/** The network is all that can be changed afterwards and that a person changes to mend a run. */
function differs({ networkAccess, ipRules }: Account, request: SetupRequest): boolean {
  if (networkAccess !== request.networkAccess) return true;
  const asked = networkAccess === 'selected' ? request.ipRules : ipRules;
  return [...asked].sort().join() !== [...ipRules].sort().join();
}

export const account: Step = {
  id: 'account',
  name: (request) => request.accountName,
  resourceId: accountPath,
  location: (request) => request.location,
  onDeleted: (request) => request.onDeletedAccount,
  waitTimeout: 10 * 60_000,

  async look({ request, azure, runId }): Promise<Look> {
    const found = await azure.account(request);
    if (!found) return { state: 'missing' };
    const problem = misfit(found, request);
    if (problem) return { state: 'conflict', problem };
    const portalUrl = azure.portalUrl(request);
    if (found.state !== 'Succeeded') return { state: 'pending', portalUrl };
    const mine = isMarked(found.tags, runId);
    const foreign = isForeign(found.tags, runId);
    return { state: 'present', mine, foreign, differs: mine && differs(found, request), portalUrl };
  },

  async apply({ request, azure, runId }) {
    const { customSubDomainName } = request;
    if (!customSubDomainName) {
      throw new SetupError({ code: 'subdomain_missing', field: 'customSubDomainName' });
    }
    const binned = request.onDeletedAccount
      ? await azure.deletedAccount(request, request.location)
      : undefined;
    if (binned && request.onDeletedAccount === 'restore') {
      // It was somebody's before: it gets no mark, so undo leaves it alone.
      await azure.restoreAccount(request, request.location);
      return { reused: true };
    }
    if (binned) {
      await azure.purgeAccount(request, request.location);
      return { waiting: { code: 'account_soft_deleted', detail: { name: request.accountName } } };
    }
    // Creating it again would replace what others have added to it since.
    const existing = await azure.account(request);
    if (!existing) {
      assertNames('account', request);
      const tags = markedTags(request, runId);
      await azure.createAccount({ ...request, customSubDomainName, tags });
    } else if (isMarked(existing.tags, runId)) await azure.updateAccountNetwork(request);
    return {};
  },

  undo: {
    claimed: 'run_id_used',

    async find({ request, azure, runId }) {
      const found = await azure.account(request);
      if (!found || !isMarked(found.tags, runId)) return undefined;
      const name = found.accountName;
      return { step: 'account', name, portalUrl: azure.portalUrl(request) };
    },

    /** Deletes, then purges: a soft-deleted account would hold its name and its quota for 48 hours. */
    async remove({ request, azure, runId }) {
      const found = await azure.account(request);
      if (found) {
        if (!isMarked(found.tags, runId)) return true;
        if (found.state !== 'Deleting') await azure.deleteAccount(request);
        return false;
      }
      const binned = await azure.deletedAccount(request, request.location);
      if (!binned || !isMarked(binned.tags, runId)) return true;
      await azure.purgeAccount(request, request.location);
      return false;
    },

    /**
     * For about a minute, ARM still counts deleted deployments and refuses to delete the account. After two, the account
     * holds something that the run did not create, such as a project.
     */
    limitOf: (problem) =>
      problem.code === 'account_busy' && problem.detail?.deployments === 0
        ? { waitTimeout: 2 * 60_000, problem: { ...problem, code: 'resource_not_empty' } }
        : undefined,
  },
};
