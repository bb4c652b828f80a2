import { grantIncludes, roleFor } from './built_in_roles';

const services = 'Microsoft.CognitiveServices';
const subscription = '/subscriptions/s';
const group = `${subscription}/resourceGroups/rg`;
const account = `${group}/providers/${services}/accounts/a`;

const createGroup = 'Microsoft.Resources/subscriptions/resourceGroups/write';
const createAccount = `${services}/accounts/write`;
const createDeployment = `${services}/accounts/deployments/write`;
const listKeys = `${services}/accounts/listKeys/action`;
const register = `${services}/register/action`;
const roleAdministrator = 'Role Based Access Control Administrator';

describe('roleFor', () => {
  const contributor = 'Cognitive Services Contributor';
  const inGroup = [createAccount, createDeployment, listKeys];
  const chat = `${services}/accounts/OpenAI/deployments/chat/completions/action`;
  const assign = 'Microsoft.Authorization/roleAssignments/write';
  const unassign = 'Microsoft.Authorization/roleAssignments/delete';
  const locks = 'Microsoft.Authorization/locks';
  const groups = 'Microsoft.Resources/subscriptions/resourceGroups';
  const names = `${services}/checkDomainAvailability/action`;
  const purge = `${services}/locations/resourceGroups/deletedAccounts/delete`;
  const quota = `${services}/locations/usages/read`;
  const policies = 'Microsoft.PolicyInsights/checkPolicyRestrictions/read';
  const outside = '/providers/Microsoft.Management/managementGroups/m';
  it.each<[string, string[], string, string | undefined, string | undefined]>([
    ['everything', [createGroup, ...inGroup], subscription, 'Contributor', subscription],
    ['a resource in a group', inGroup, group, contributor, group],
    ['a deployment in a resource', [createDeployment], account, contributor, group],
    ['keys', [listKeys], account, contributor, group],
    ['a group that does not exist yet', [createGroup], group, 'Contributor', subscription],
    ['deleting a group', [`${groups}/delete`], group, 'Contributor', group],
    ['registration', [register], subscription, 'Contributor', subscription],
    ['names', [names], subscription, 'Contributor', subscription],
    ['purging', [purge], subscription, 'Contributor', subscription],
    ['quota', [quota], subscription, 'Cognitive Services Usages Reader', subscription],
    ['quota and locks', [quota, `${locks}/read`], subscription, 'Reader', subscription],
    ['policies', [policies], subscription, 'Reader', subscription],
    ['reading a group that may not exist', [`${groups}/read`], group, 'Reader', subscription],
    ['calling a model without keys', [chat], account, 'Cognitive Services OpenAI User', group],
    ['role assignments', [assign, unassign], account, roleAdministrator, group],
    ['role assignments and a new account', [assign, createAccount], group, 'Owner', group],
    ['locks', [`${locks}/delete`], group, 'Owner', group],
    ['a scope outside every subscription', [createAccount], outside, undefined, undefined],
    ['nothing', [], subscription, undefined, undefined],
  ])('finds the narrowest role for %s', (_what, actions, scope, role, at) => {
    const grant = roleFor(actions, scope);
    expect([grant?.role, grant?.scope]).toEqual([role, at]);
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
