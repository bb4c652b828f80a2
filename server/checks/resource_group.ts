import { namesRefused } from '../models/new_names';
import { accountOf } from '../steps/account';
import { fail, warn, type AzureCheck } from './check';

/** Locks: the one forbids to create and to list keys, the other only to take things away again. */
export const resourceGroup: AzureCheck = {
  id: 'resource_group',
  about: 'azure',
  unverified: 'locks_unreadable',
  async run({ request, azure }) {
    const { subscriptionId, resourceGroup: name } = request;
    // Locks of an account are found there only.
    const account = await azure.account(accountOf(request)).catch(() => undefined);
    const scope = { subscriptionId, resourceGroup: name };
    const group = await azure.resourceGroup(scope).catch(() => undefined);
    const refused = account || group ? [] : namesRefused('resourceGroup', request);
    if (refused.length > 0) return refused.map((problem) => fail(problem));
    const locks = await azure.locks(account ? accountOf(request) : scope);
    return locks.map(({ name: lock, level, scope: at }) => {
      const detail = { lock, scope: at, resourceGroup: name };
      return level === 'ReadOnly'
        ? fail({ code: 'scope_locked', field: 'resourceGroup', detail })
        : warn({ code: 'scope_locked_for_removal', field: 'resourceGroup', detail });
    });
  },
};
