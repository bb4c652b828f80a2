import type { AccountOption, DeploymentOption } from '../../../common/options';

export const aDeploymentOption = (change: Partial<DeploymentOption> = {}): DeploymentOption => ({
  deploymentName: 'chat',
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  deploymentType: 'GlobalStandard',
  capacity: 10,
  state: 'Succeeded',
  ...change,
});

/** A usable account with one deployment. */
export const anAccountOption = (change: Partial<AccountOption> = {}): AccountOption => ({
  resourceGroup: 'rg-team',
  accountName: 'team-openai',
  kind: 'OpenAI',
  location: 'eastus2',
  state: 'Succeeded',
  customSubDomainName: 'team-openai',
  networkAccess: 'all',
  keysDisabled: false,
  deployments: [aDeploymentOption()],
  usedBy: [],
  ...change,
});
