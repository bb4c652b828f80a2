import { aDeployment, anAccount } from '../../azure';

/** An account with a deployment of each generation, and the address and settings of an inference endpoint that calls the older one. */
export const account = anAccount('kibana-openai', 'rg', {
  customSubDomainName: 'kibana-openai',
  deployments: [
    aDeployment('gpt-4.1', ['gpt-4.1', '2025-04-14'], ['GlobalStandard', 100]),
    aDeployment('gpt-5.2', ['gpt-5.2', '2025-12-11'], ['GlobalStandard', 100]),
  ],
});
export const key = account.keys.key1;
export const address = { task_type: 'chat_completion', inference_id: 'azure-openai-gpt' };
export const azure = {
  resource_name: 'kibana-openai',
  deployment_id: 'gpt-4.1',
  api_version: '2025-04-01-preview',
};
