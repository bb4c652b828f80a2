/** Paths, permissions and the row type of the route table. */

export const sub = '/subscriptions/:subscription';
export const group = `${sub}/resourceGroups/:group`;
export const provider = '/providers/Microsoft.CognitiveServices';
export const cs = `${sub}${provider}`;
export const bin = `${cs}/locations/:location/resourceGroups/:group/deletedAccounts/:account`;
export const account = `${group}${provider}/accounts/:account`;
export const deployment = `${account}/deployments/:deployment`;

export const groupRight = 'Microsoft.Resources/subscriptions/resourceGroups';
export const csRight = 'Microsoft.CognitiveServices';
export const locks = '/providers/Microsoft.Authorization/locks';
export const policies = '/providers/Microsoft.PolicyInsights/checkPolicyRestrictions';
export const policyRight = 'Microsoft.PolicyInsights/checkPolicyRestrictions/read';
export const accountRight = `${csRight}/accounts`;
export const binRight = `${csRight}/locations/resourceGroups/deletedAccounts`;

export const on = (
  method: string,
  path: string,
  action: string | undefined,
): { method: string; path: string; action?: string; ofProvider: boolean } => ({
  method,
  path,
  action,
  ofProvider: path.includes(`${provider}/`) && !path.endsWith('/register'),
});

export const assignments = '/providers/Microsoft.Authorization/roleAssignments';
export const assignmentRight = 'Microsoft.Authorization/roleAssignments';

export const lockRight = 'Microsoft.Authorization/locks/read';
export const groupDone = `${sub}/operationresults/:operation`;
