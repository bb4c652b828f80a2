import { grantIncludes, isWithin, roleFor, type RoleGrant } from './built_in_roles';
import { valuesOf, type Problem } from '../problem';

/** The permission that a problem reports as missing. */
interface MissingPermission {
  actions: readonly string[];
  /** ARM id. */
  scope: string;
}

/**
 * The permission that a problem reports as missing; undefined if the problem is another one, or the permission is
 * unknown.
 */
export function missingPermission(problem: Problem): MissingPermission | undefined {
  const { action, scope, subscriptionId } = valuesOf(problem);
  // A deny assignment takes precedence over every role.
  if (problem.code === 'deny_assignment') return undefined;
  if (problem.code === 'provider_not_registered' && typeof subscriptionId === 'string') {
    const register = 'Microsoft.CognitiveServices/register/action';
    return { actions: [register], scope: `/subscriptions/${subscriptionId}` };
  }
  if (typeof action !== 'string' || typeof scope !== 'string') return undefined;
  return { actions: action.split(', '), scope };
}

/** The role that solves a problem. */
export function grantFor(problem: Problem): RoleGrant | undefined {
  const missing = missingPermission(problem);
  return missing && roleFor(missing.actions, missing.scope);
}

/** One permission at the outer scope; undefined if none of the scopes contains the other. */
export function joined(
  one: MissingPermission,
  other: MissingPermission,
): MissingPermission | undefined {
  const actions = [...new Set([...one.actions, ...other.actions])];
  if (isWithin(one.scope, other.scope)) return { actions, scope: one.scope };
  return isWithin(other.scope, one.scope) ? { actions, scope: other.scope } : undefined;
}

/** True if the role that solves one problem also solves the other. */
export function settlesAlso(one: Problem, other: Problem): boolean {
  // Its remedy is the registration, not a role.
  if (one.code === 'provider_not_registered') return false;
  const [grant, missing] = [grantFor(one), missingPermission(other)];
  return !!grant && !!missing && grantIncludes(grant, missing.actions, missing.scope);
}
