import { ok, type Reply } from '../http/message';
import type { SimGroup } from '../worlds/world';
import { groupId, type GroupCall, type SubscriptionCall } from './call';
import { refusals } from './arm_error';

const lockJson = (scope: string, name: string, level: 'ReadOnly' | 'CanNotDelete') => ({
  id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
  name,
  type: 'Microsoft.Authorization/locks',
  properties: { level },
});

const locksOf = (group: SimGroup) => [
  ...(group.lock === undefined ? [] : [lockJson(groupId(group), group.lock, 'CanNotDelete')]),
  ...(group.readOnlyLock === undefined
    ? []
    : [lockJson(groupId(group), group.readOnlyLock, 'ReadOnly')]),
];

export const listGroupLocks = ({ group }: GroupCall): Reply => ok({ value: locksOf(group) });

/** Locks of the subscription itself: no world has any. Those of its groups are not its own. */
export const listSubscriptionLocks = (_call: SubscriptionCall): Reply => ok({ value: [] });

/** A read-only group takes no writes; asking for keys is one, too. */
export const readOnlyRefusal = (
  group: SimGroup,
  route: { method: string; path: string },
): Reply | undefined => {
  const harmless = route.method === 'GET' || route.method === 'HEAD';
  const evaluates = route.path.endsWith('/checkPolicyRestrictions');
  if (group.readOnlyLock === undefined || harmless || evaluates) return undefined;
  return refusals.scopeLocked(groupId(group), group.readOnlyLock);
};
