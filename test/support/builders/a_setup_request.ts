import type { SetupRequest } from '../../../common/setup_request';

/** A complete request that an empty subscription can carry out. */
export const aSetupRequest = (change: Partial<SetupRequest> = {}): SetupRequest => ({
  subscriptionId: 'aaaaaaaa-0000-4000-8000-000000000001',
  resourceGroup: 'kibana-openai',
  location: 'eastus2',
  accountName: 'kibana-openai-4f2a',
  customSubDomainName: 'kibana-openai-4f2a',
  kind: 'OpenAI',
  networkAccess: 'all',
  ipRules: [],
  tags: { team: 'search' },
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  deploymentType: 'GlobalStandard',
  deploymentName: 'gpt-5.2',
  capacity: 100,
  versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
  target: 'connector',
  authentication: 'api_key',
  targetName: 'Azure OpenAI - GPT-5.2',
  ...change,
});
