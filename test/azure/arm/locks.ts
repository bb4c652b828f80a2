import { ok, type Reply } from '../http/message';
import type { SimAccount, SimGroup, SimLock, SimSubscription } from '../worlds/world';
import { refusals } from './arm_error';
import {
  accountId,
  groupId,
  liveAccounts,
  sameName,
  subscriptionId,
  type AccountCall,
  type GroupCall,
  type SubscriptionCall,
} from './call';
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
const onAccount = (account: SimAccount): PlacedLock[] =>
  account.locks.map((lock) => ({ lock, scope: accountId(account) }));

const lockJson = ({ lock: { name, level, notes }, scope }: PlacedLock) => ({
  id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
  name,
  type: 'Microsoft.Authorization/locks',
  properties: { level, ...(notes === undefined ? {} : { notes }) },
});

const atScope = ({ request }: SubscriptionCall): boolean =>
  /^atScope\(\)$/i.test(request.url.searchParams.get('$filter') ?? '');

const accountsIn = ({ state, subscription }: SubscriptionCall, group: string): SimAccount[] =>
  liveAccounts(state, subscription.subscriptionId).filter(({ groupName }) =>
    sameName(groupName, group),
  );

/** Those of the group and those that it inherits; without the filter also what lies below. */
export function listGroupLocks(call: GroupCall): Reply {
  const { subscription, group } = call;
  const below = atScope(call) ? [] : accountsIn(call, group.name).flatMap(onAccount);
  return ok({
    value: [...onSubscription(subscription), ...onGroup(group), ...below].map(lockJson),
  });
}

export const listAccountLocks = ({ subscription, group, account }: AccountCall): Reply =>
  ok({
    value: [...onSubscription(subscription), ...onGroup(group), ...onAccount(account)].map(
      lockJson,
    ),
  });

/** Without the filter `atScope()` also what lies below the subscription. */
export function listSubscriptionLocks(call: SubscriptionCall): Reply {
  const { state, subscription } = call;
  const groups = state.world.groups.filter(
    ({ subscriptionId: id }) => id === subscription.subscriptionId,
  );
  const accounts = liveAccounts(state, subscription.subscriptionId);
  const below = atScope(call) ? [] : [...groups.flatMap(onGroup), ...accounts.flatMap(onAccount)];
  return ok({ value: [...onSubscription(subscription), ...below].map(lockJson) });
}

/** POST operations that only read. Listing keys is not one of them. */
const questions = /\/(checkDomainAvailability|checkPolicyRestrictions)$/;

/** ARM's own refusal, before the service hears of the request, by a lock at the scope or above. */
export function lockRefusal(
  call: SubscriptionCall,
  { method, path }: { method: string; path: string },
): Reply | undefined {
  const { state, subscription, params, request } = call;
  if (method === 'GET' || method === 'HEAD' || questions.test(path)) return undefined;
  // Soft-deleted accounts belong to the subscription, not to their former group.
  const name = path === bin ? undefined : params.get('group');
  const group =
    name === undefined ? undefined : findGroup(state, subscription.subscriptionId, name);
  // Deleting a group deletes what is in it: locks below count as well.
  const wanted = params.get('account');
  const accounts = (group ? accountsIn(call, group.name) : []).filter((account) =>
    wanted === undefined ? method === 'DELETE' : sameName(account.name, wanted),
  );
  const placed = [
    ...onSubscription(subscription),
    ...(group ? onGroup(group) : []),
    ...accounts.flatMap(onAccount),
  ];
  const locks = placed.filter(({ lock }) => lock.level === 'ReadOnly' || method === 'DELETE');
  return locks.length === 0
    ? undefined
    : refusals.scopeLocked(
        request.url.pathname,
        method === 'DELETE' ? 'delete' : 'write',
        locks.map(({ scope }) => scope),
      );
}
