import { unlessSetupError } from '../../../../common/problem';
import { namesRefused } from '../../naming/new_names';
import { fail, warn, type Check } from '../check';

/** Undefined if the resource could not be read. */
const look = async <T>(read: Promise<T | undefined>): Promise<T | 'absent' | 'unknown'> =>
  (await unlessSetupError(read.then((found) => found ?? 'absent'))) ?? 'unknown';

/** `ReadOnly` locks prevent creating resources and listing keys; other locks prevent deletion only. */
export const resourceGroup: Check = {
  id: 'resource_group',
  unverified: 'locks_unreadable',
  async run({ request, azure }) {
    const { subscriptionId, resourceGroup: name } = request;
    // Only the account's list includes its own locks.
    const account = await look(azure.account(request));
    const scope = { subscriptionId, resourceGroup: name };
    const group = await look(azure.resourceGroup(scope));
    const isNew = group === 'absent' && typeof account !== 'object';
    const refused = isNew ? namesRefused('resourceGroup', request) : [];
    if (refused.length > 0) return refused.map((problem) => fail(problem));
    const locks = await azure.locks(typeof account === 'object' ? request : scope);
    return locks.map(({ name: lock, level, scope: at }) => {
      const detail = { lock, scope: at, resourceGroup: name };
      return level === 'ReadOnly'
        ? fail({ code: 'scope_locked', field: 'resourceGroup', detail })
        : warn({ code: 'scope_locked_for_removal', field: 'resourceGroup', detail });
    });
  },
};
