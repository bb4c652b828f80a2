/** Permissions of a role: an action in `actions` is permitted unless `notActions` of the same role matches. */
export interface RoleDefinition {
  id: string;
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
}

export type RoleName =
  | 'Owner'
  | 'Contributor'
  | 'Reader'
  | 'User Access Administrator'
  | 'Role Based Access Control Administrator'
  | 'Cognitive Services Contributor'
  | 'Cognitive Services OpenAI Contributor'
  | 'Cognitive Services OpenAI User'
  | 'Cognitive Services User'
  | 'Cognitive Services Usages Reader'
  | 'Contributor without groups'
  | 'Contributor without accounts'
  | 'Contributor without deployments'
  | 'Contributor without keys'
  | 'Contributor without registration'
  | 'Contributor without policies';

const chatAction = 'Microsoft.CognitiveServices/accounts/OpenAI/*/action';
const accountReads = [
  'Microsoft.CognitiveServices/*/read',
  'Microsoft.Authorization/roleAssignments/read',
  'Microsoft.Authorization/roleDefinitions/read',
];

const notForContributors = [
  'Microsoft.Authorization/*/Delete',
  'Microsoft.Authorization/*/Write',
  'Microsoft.Authorization/elevateAccess/Action',
  'Microsoft.Blueprint/blueprintAssignments/write',
  'Microsoft.Blueprint/blueprintAssignments/delete',
  'Microsoft.Compute/galleries/share/action',
];

const aRole = (id: string, permissions: Partial<RoleDefinition>): RoleDefinition => ({
  ...{ id, actions: [], notActions: [], dataActions: [] },
  ...permissions,
});

/** A company's own role; the last digit makes its id. */
const contributorWithout = (number: number, ...actions: string[]): RoleDefinition =>
  aRole(`c0570000-0000-4000-8000-00000000000${number}`, {
    actions: ['*'],
    notActions: [...notForContributors, ...actions],
  });

export const roles: Record<RoleName, RoleDefinition> = {
  Owner: aRole('8e3af657-a8ff-443c-a75c-2fe8c4bcb635', {
    actions: ['*'],
  }),
  Contributor: aRole('b24988ac-6180-42a0-ab88-20f7382dd24c', {
    actions: ['*'],
    notActions: notForContributors,
  }),
  Reader: aRole('acdd72a7-3385-48ef-bd42-f606fba81ae7', {
    actions: ['*/read'],
  }),
  'User Access Administrator': aRole('18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', {
    actions: ['*/read', 'Microsoft.Authorization/*', 'Microsoft.Support/*'],
  }),
  'Role Based Access Control Administrator': aRole('f58310d9-a9f6-439a-9e8d-f62e7b41a168', {
    actions: [
      'Microsoft.Authorization/roleAssignments/write',
      'Microsoft.Authorization/roleAssignments/delete',
      '*/read',
      'Microsoft.Support/*',
    ],
  }),
  'Cognitive Services Contributor': aRole('25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68', {
    actions: [
      'Microsoft.Authorization/*/read',
      'Microsoft.CognitiveServices/*',
      'Microsoft.Features/features/read',
      'Microsoft.Insights/alertRules/*',
      'Microsoft.ResourceHealth/availabilityStatuses/read',
      'Microsoft.Resources/deployments/*',
      'Microsoft.Resources/subscriptions/read',
      'Microsoft.Resources/subscriptions/resourcegroups/deployments/*',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
      'Microsoft.Support/*',
    ],
  }),
  'Cognitive Services OpenAI Contributor': aRole('a001fd3d-188f-4b5d-821b-7da978bf7442', {
    actions: [
      ...accountReads,
      'Microsoft.CognitiveServices/accounts/deployments/write',
      'Microsoft.CognitiveServices/accounts/deployments/delete',
      'Microsoft.CognitiveServices/accounts/raiPolicies/*',
    ],
    dataActions: ['Microsoft.CognitiveServices/accounts/OpenAI/*'],
  }),
  'Cognitive Services OpenAI User': aRole('5e0bd9bd-7b93-4f28-af87-19fc36ad61bd', {
    actions: accountReads,
    dataActions: [chatAction],
  }),
  'Cognitive Services User': aRole('a97b65f3-24c7-4388-baec-2e87135dc908', {
    actions: [
      'Microsoft.CognitiveServices/*/read',
      'Microsoft.CognitiveServices/accounts/listkeys/action',
      'Microsoft.Resources/subscriptions/read',
      'Microsoft.Resources/subscriptions/resourceGroups/read',
    ],
    dataActions: ['Microsoft.CognitiveServices/*'],
  }),
  'Cognitive Services Usages Reader': aRole('bba48692-92b0-4667-a9ad-c31c7b334ac2', {
    actions: ['Microsoft.CognitiveServices/locations/usages/read'],
  }),
  'Contributor without groups': contributorWithout(
    1,
    'Microsoft.Resources/subscriptions/resourceGroups/write',
  ),
  'Contributor without accounts': contributorWithout(
    2,
    'Microsoft.CognitiveServices/accounts/write',
  ),
  'Contributor without deployments': contributorWithout(
    3,
    'Microsoft.CognitiveServices/accounts/deployments/write',
  ),
  'Contributor without keys': contributorWithout(
    4,
    'Microsoft.CognitiveServices/accounts/listKeys/action',
    'Microsoft.CognitiveServices/accounts/regenerateKey/action',
  ),
  'Contributor without registration': contributorWithout(
    5,
    'Microsoft.CognitiveServices/register/action',
  ),
  'Contributor without policies': contributorWithout(6, 'Microsoft.PolicyInsights/*'),
};

/** Wildcards match any run of characters, slashes included; case does not matter. */
export function actionMatches(pattern: string, action: string): boolean {
  const [head = '', ...parts] = pattern.toLowerCase().split('*');
  const text = action.toLowerCase();
  const tail = parts.pop();
  if (tail === undefined) return head === text;
  let from = head.length;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.startsWith(head) && text.endsWith(tail) && from + tail.length <= text.length;
}

export const roleAllows = (role: RoleDefinition, action: string): boolean =>
  role.actions.some((pattern) => actionMatches(pattern, action)) &&
  !role.notActions.some((pattern) => actionMatches(pattern, action));
