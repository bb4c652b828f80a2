import { covers } from '../values/wildcard';

interface BuiltInRole {
  name: string;
  actions: readonly string[];
  notActions?: readonly string[];
  /** At the subscription, it lacks the permissions to read providers and policies. */
  ofGroups?: true;
}

/** Azure built-in roles that setup can need, narrowest first, with the needed actions that they allow. */
const roles: readonly BuiltInRole[] = [
  {
    name: 'Cognitive Services Usages Reader',
    actions: ['Microsoft.CognitiveServices/locations/usages/read'],
  },
  { name: 'Reader', actions: ['*/read'] },
  {
    name: 'Role Based Access Control Administrator',
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
    ],
  },
  // Excludes keys: the role is for calls with a Microsoft Entra ID identity.
  {
    name: 'Cognitive Services OpenAI User',
    actions: ['Microsoft.CognitiveServices/accounts/OpenAI/*/action'],
  },
  {
    name: 'Cognitive Services Contributor',
    ofGroups: true,
    actions: [
      'Microsoft.CognitiveServices/*',
      'Microsoft.Authorization/*/read',
      'Microsoft.Resources/subscriptions/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    notActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*/action'],
  },
  {
    name: 'Contributor',
    actions: ['*'],
    notActions: [
      'Microsoft.Authorization/*/write',
      'Microsoft.Authorization/*/delete',
      'Microsoft.Authorization/elevateAccess/action',
      'Microsoft.CognitiveServices/accounts/OpenAI/*/action',
    ],
  },
  {
    name: 'Owner',
    actions: ['*'],
    notActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*/action'],
  },
];

/** True if the role or the entry grants the action and does not exclude it. */
export const allows = (
  { actions, notActions = [] }: Pick<BuiltInRole, 'actions' | 'notActions'>,
  action: string,
): boolean =>
  actions.some((pattern) => covers(pattern, action)) &&
  !notActions.some((pattern) => covers(pattern, action));

/** A role, and the ARM id of the scope at which it is to be assigned. */
export interface RoleGrant {
  role: string;
  scope: string;
  subscriptionId: string;
  /** Absent for the whole subscription. */
  resourceGroup?: string;
}

/** Actions on the subscription itself, which a role on a group does not include. */
const ofSubscription =
  /\/resourceGroups\/write$|\/register\/action$|CognitiveServices\/(locations|skus)\/|\/checkDomainAvailability\//i;

/**
 * The narrowest built-in role that allows all actions, at a scope that already exists: the subscription for reads and
 * for its own actions, else the group. Undefined if there is none, for example outside a subscription.
 */
export function roleFor(actions: readonly string[], scope: string): RoleGrant | undefined {
  const { id, group } =
    /^\/subscriptions\/(?<id>[^/]+)(?:\/resourceGroups\/(?<group>[^/]+))?/i.exec(scope)?.groups ??
    {};
  const atSubscription =
    group === undefined ||
    actions.every((action) => /\/read$/i.test(action)) ||
    actions.some((action) => ofSubscription.test(action));
  const role = roles.find(
    (one) => !(one.ofGroups && atSubscription) && actions.every((action) => allows(one, action)),
  );
  if (!role || !id || actions.length === 0) return undefined;
  return {
    role: role.name,
    subscriptionId: id,
    ...(atSubscription
      ? { scope: `/subscriptions/${id}` }
      : { scope: `/subscriptions/${id}/resourceGroups/${group}`, resourceGroup: group }),
  };
}

/** True if a role at one scope also applies at the other. */
export const isWithin = (outer: string, inner: string): boolean =>
  `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

/** True if this role would also allow the actions at the scope. */
export const grantIncludes = (
  grant: RoleGrant,
  actions: readonly string[],
  scope: string,
): boolean => {
  const role = roles.find(({ name }) => name === grant.role);
  return (
    role !== undefined &&
    isWithin(grant.scope, scope) &&
    actions.every((action) => allows(role, action))
  );
};
