import { tuned, unusualAccount, unusualGroup } from '../azure';
import type { Expected } from './expected';

const unusual = {
  resourceGroup: unusualGroup,
  accountName: unusualAccount,
  customSubDomainName: 'Team-AI-Services',
  kind: 'AIServices',
} as const;

const reusing = (
  deploymentName: string,
  modelName: string,
  modelVersion: string,
  deploymentType: string,
) => ({ deploymentName, modelName, modelVersion, deploymentType });

/** Existing resources are used under any name; new ones follow the rules for names. */
export const expectedUnusual: readonly Expected[] = [
  {
    request: { ...unusual, ...reusing('ptu', 'gpt-5.2', '2025-12-11', 'GlobalProvisionedManaged') },
    found: [],
  },
  {
    request: { ...unusual, ...reusing('tuned', tuned, '1', 'Standard') },
    found: ['model_lifecycle unverified model_unverified'],
  },
  {
    request: { ...unusual, ...reusing('DeepSeek V3', 'DeepSeek-V3.1', '1', 'GlobalStandard') },
    found: ['model_lifecycle unverified model_unverified'],
  },
  {
    request: { ...unusual, ...reusing('trial-', 'gpt-5.2', '2025-12-11', 'DeveloperTier') },
    found: [],
  },
  {
    request: { ...unusual, ...reusing('jobs', 'gpt-5.2', '2025-12-11', 'GlobalBatch') },
    found: ['model_lifecycle fail chat_not_supported: use_model'],
  },
  {
    request: { ...unusual, ...reusing('vectors', 'text-embedding-3-large', '1', 'Standard') },
    found: ['model_lifecycle fail chat_not_supported: use_model'],
  },
  {
    request: {
      resourceGroup: 'rg-①',
      accountName: 'my_openai',
      customSubDomainName: 'My-OpenAI',
      deploymentName: 'gpt-',
    },
    found: [
      'resource_group fail invalid_request',
      'name_free fail invalid_request: use_name',
      'name_free fail invalid_request: use_name',
      'model_offered fail invalid_request',
    ],
  },
];
