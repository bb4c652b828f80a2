import { unlessSetupError } from '../../../../common/problem';
import type { SetupRequest } from '../../../../common/setup_request';
import { namesRefused } from '../../naming/new_names';
import type { Lock } from '../../azure/azure';
import { fail, warn, type Check, type Finding } from '../check';

/** Undefined if the resource could not be read. */
const look = async <T>(read: Promise<T | undefined>): Promise<T | 'absent' | 'unknown'> =>
  (await unlessSetupError(read.then((found) => found ?? 'absent'))) ?? 'unknown';

/** `ReadOnly` locks prevent creating resources and listing keys; other locks prevent deletion only. */
function findingOf({ name: lock, level, scope }: Lock, { resourceGroup }: SetupRequest): Finding {
  const detail = { lock, scope, resourceGroup };
  return level === 'ReadOnly'
    ? fail({ code: 'scope_locked', field: 'resourceGroup', detail })
    : warn({ code: 'scope_locked_for_removal', field: 'resourceGroup', detail });
}

/** The group can be used: its name is allowed, and no lock prevents what setup and undo do. */
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
    return locks.map((lock) => findingOf(lock, request));
  },
};

/** No lock prevents a change of what the account contains. */
export const writeLocks: Check = {
  id: 'resource_group',
  unverified: 'locks_unreadable',
  async run({ request, azure }) {
    const locks = await azure.locks(request);
    return locks
      .filter(({ level }) => level === 'ReadOnly')
      .map((lock) => findingOf(lock, request));
  },
};
