import { ok, type Reply } from '../../http/message';
import type { Principal, RoleAssignment } from '../../worlds/world';
import {
  accountId,
  groupId,
  subscriptionId,
  type AccountCall,
  type GroupCall,
  type SubscriptionCall,
} from '../call';
import { roleAllows, roles, type RoleDefinition } from '../../worlds/roles';

const normal = (scope: string) => `${scope.replace(/\/+$/, '').toLowerCase()}/`;

/** An assignment counts at its own scope and everywhere below it. */
export const covers = (assigned: string, scope: string): boolean =>
  normal(scope).startsWith(normal(assigned));

export const roleOf = ({ role }: RoleAssignment): RoleDefinition =>
  typeof role === 'string' ? roles[role] : role;

const rolesAt = (principal: Principal, scope: string): RoleDefinition[] =>
  principal.assignments.filter((assignment) => covers(assignment.scope, scope)).map(roleOf);

/** Roles as the data plane knows them at a time, in epoch milliseconds: a new assignment reaches it late. */
export const effectiveRolesAt = (
  { assignments }: Principal,
  scope: string,
  now: number,
): RoleDefinition[] =>
  assignments
    .filter(({ effectiveAt = 0 }) => effectiveAt <= now)
    .filter((assignment) => covers(assignment.scope, scope))
    .map(roleOf);

export const mayDo = (principal: Principal, action: string, scope: string): boolean =>
  rolesAt(principal, scope).some((role) => roleAllows(role, action));

/** A caller with any role below a scope can see that the scope exists. */
export const hasAnyRoleBelow = (principal: Principal, scope: string): boolean =>
  principal.assignments.some(
    (assignment) => covers(assignment.scope, scope) || covers(scope, assignment.scope),
  );

/** True if the caller has the permission on some resource group of the subscription, or above. */
export const mayDoInAnyGroup = (principal: Principal, action: string, scope: string): boolean =>
  principal.assignments.some(
    (assignment) =>
      (covers(assignment.scope, scope) ||
        (covers(scope, assignment.scope) && assignment.scope.split('/').length <= 5)) &&
      roleAllows(roleOf(assignment), action),
  );

const permissionsAt = (principal: Principal, scope: string): Reply =>
  ok({
    value: rolesAt(principal, scope).map(({ actions, notActions, dataActions }) => ({
      actions,
      notActions,
      dataActions,
      notDataActions: [],
    })),
  });

export const subscriptionPermissions = ({ principal, subscription }: SubscriptionCall): Reply =>
  permissionsAt(principal, subscriptionId(subscription));

export const groupPermissions = ({ principal, group }: GroupCall): Reply =>
  permissionsAt(principal, groupId(group));

export const accountPermissions = ({ principal, account }: AccountCall): Reply =>
  permissionsAt(principal, accountId(account));
