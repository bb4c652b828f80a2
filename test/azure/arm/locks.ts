import { ok, type Reply } from '../http/message';
import type { SimGroup, SimLock, SimSubscription } from '../worlds/world';
import { refusals } from './arm_error';
import { groupId, subscriptionId, type GroupCall, type SubscriptionCall } from './call';
import { findGroup } from './resource_groups';
import { bin } from './route_parts';

interface PlacedLock {
  lock: SimLock;
  /** ARM id of what it was put on. */
  scope: string;
}

const onSubscription = (subscription: SimSubscription): PlacedLock[] =>
  subscription.locks.map((lock) => ({ lock, scope: subscriptionId(subscription) }));
const onGroup = (group: SimGroup): PlacedLock[] =>
  group.locks.map((lock) => ({ lock, scope: groupId(group) }));

const lockJson = ({ lock: { name, level, notes }, scope }: PlacedLock) => ({
  id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
  name,
  type: 'Microsoft.Authorization/locks',
  properties: { level, ...(notes === undefined ? {} : { notes }) },
});

/** Those of the group and those that it inherits. */
export const listGroupLocks = ({ subscription, group }: GroupCall): Reply =>
  ok({ value: [...onSubscription(subscription), ...onGroup(group)].map(lockJson) });

/** Without the filter `atScope()` also what lies below the subscription. */
export function listSubscriptionLocks({ state, subscription, request }: SubscriptionCall): Reply {
  const filter = request.url.searchParams.get('$filter') ?? '';
  const groups = state.world.groups.filter(
    ({ subscriptionId: id }) => id === subscription.subscriptionId,
  );
  const below = /^atScope\(\)$/i.test(filter) ? [] : groups.flatMap(onGroup);
  return ok({ value: [...onSubscription(subscription), ...below].map(lockJson) });
}

/** Asked with POST, but nothing is done. Listing keys is not among them. */
const questions = /\/(checkDomainAvailability|checkSkuAvailability|checkPolicyRestrictions)$/;

/** ARM's own refusal, before the service hears of the request, by a lock at the scope or above. */
export function lockRefusal(
  { state, subscription, params, request }: SubscriptionCall,
  { method, path }: { method: string; path: string },
): Reply | undefined {
  if (method === 'GET' || method === 'HEAD' || questions.test(path)) return undefined;
  // The bin belongs to the subscription, whatever group its accounts were in.
  const name = path === bin ? undefined : params.get('group');
  const group =
    name === undefined ? undefined : findGroup(state, subscription.subscriptionId, name);
  const locks = [...onSubscription(subscription), ...(group ? onGroup(group) : [])].filter(
    ({ lock }) => lock.level === 'ReadOnly' || method === 'DELETE',
  );
  return locks.length === 0
    ? undefined
    : refusals.scopeLocked(
        request.url.pathname,
        method === 'DELETE' ? 'delete' : 'write',
        locks.map(({ scope }) => scope),
      );
}
