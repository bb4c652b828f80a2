import { grantIncludes, roleFor } from './built_in_roles';

const services = 'Microsoft.CognitiveServices';
const subscription = '/subscriptions/s';
const group = `${subscription}/resourceGroups/rg`;
const account = `${group}/providers/${services}/accounts/a`;

const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
const createAccount = `${services}/accounts/write`;
const createDeployment = `${services}/accounts/deployments/write`;
const listKeys = `${services}/accounts/listKeys/action`;

describe('roleFor', () => {
  it.each<[string, string[], string, [role: string, scope: string] | undefined]>([
    [
      'everything',
      [createGroup, createAccount, createDeployment, listKeys],
      subscription,
      ['Contributor', subscription],
    ],
    [
      'a resource in a group',
      [createAccount, createDeployment, listKeys],
      group,
      ['Cognitive Services Contributor', group],
    ],
    [
      'a deployment in a resource',
      [createDeployment],
      account,
      ['Cognitive Services Contributor', group],
    ],
    ['keys', [listKeys], account, ['Cognitive Services Contributor', group]],
    ['a group that does not exist yet', [createGroup], group, ['Contributor', subscription]],
    [
      'deleting a group',
      ['Microsoft.Resources/subscriptions/resourceGroups/delete'],
      group,
      ['Contributor', group],
    ],
    ['registration', [`${services}/register/action`], subscription, ['Contributor', subscription]],
    [
      'names',
      [`${services}/checkDomainAvailability/action`],
      subscription,
      ['Contributor', subscription],
    ],
    [
      'purging',
      [`${services}/locations/resourceGroups/deletedAccounts/delete`],
      subscription,
      ['Contributor', subscription],
    ],
    [
      'quota',
      [`${services}/locations/usages/read`],
      subscription,
      ['Cognitive Services Usages Reader', subscription],
    ],
    [
      'quota and locks',
      [`${services}/locations/usages/read`, 'Microsoft.Authorization/locks/read'],
      subscription,
      ['Reader', subscription],
    ],
    [
      'policies',
      ['Microsoft.PolicyInsights/checkPolicyRestrictions/read'],
      subscription,
      ['Reader', subscription],
    ],
    [
      'reading a group that may not exist',
      ['Microsoft.Resources/subscriptions/resourceGroups/read'],
      group,
      ['Reader', subscription],
    ],
    [
      'calling a model without keys',
      [`${services}/accounts/OpenAI/deployments/chat/completions/action`],
      account,
      ['Cognitive Services OpenAI User', group],
    ],
    [
      'role assignments',
      [
        'Microsoft.Authorization/roleAssignments/write',
        'Microsoft.Authorization/roleAssignments/delete',
      ],
      account,
      ['Role Based Access Control Administrator', group],
    ],
    [
      'role assignments and a new account',
      ['Microsoft.Authorization/roleAssignments/write', createAccount],
      group,
      ['Owner', group],
    ],
    ['locks', ['Microsoft.Authorization/locks/delete'], group, ['Owner', group]],
    [
      'a scope outside every subscription',
      [createAccount],
      '/providers/Microsoft.Management/managementGroups/m',
      undefined,
    ],
    ['nothing', [], subscription, undefined],
  ])('finds the narrowest role for %s', (_what, actions, scope, expected) => {
    const grant = roleFor(actions, scope);
    expect(grant && [grant.role, grant.scope]).toEqual(expected);
    if (grant) expect(grantIncludes(grant, actions, scope)).toBe(true);
  });
});

describe('grantIncludes', () => {
  const onGroup = roleFor([createAccount], group);
  if (!onGroup) throw new Error('There is no role');

  it.each<[string, string[], string, boolean]>([
    ['the same at the group', [createDeployment], group, true],
    ['the same in a resource of the group', [listKeys], account, true],
    ['the same in another case', [listKeys.toUpperCase()], account.toUpperCase(), true],
    ['the subscription', [`${services}/skus/read`], subscription, false],
    ['a group with a longer name', [createAccount], `${group}2`, false],
    ['another kind of resource', ['Microsoft.Storage/storageAccounts/write'], group, false],
  ])('tells whether a role on a group includes %s', (_what, actions, scope, expected) => {
    expect(grantIncludes(onGroup, actions, scope)).toBe(expected);
  });
});
