import { aDeployment, aGroup, anAccount, aWorld } from './resources';
import type { WorldState } from './world';

const gpt52 = ['gpt-5.2', '2025-12-11'] as const;
export const tuned =
  'gpt-4.1-2025-04-14.ft-0e208cf33a6a466994aff31a08aba678-support-bot-of-the-night-shift';

export const unusualGroup = 'Équipe_(ИИ).2';
export const unusualAccount = 'Team_AI.Services';

/** Things that exist under names and in types that setup itself would never create. */
export const unusualNames = (): WorldState =>
  aWorld(
    'Names that the page does not accept as new: capital letters in an endpoint name, parentheses in a group name.',
    {
      groups: [aGroup(unusualGroup, 'eastus2')],
      accounts: [
        anAccount(unusualAccount, unusualGroup, {
          kind: 'AIServices',
          customSubDomainName: 'Team-AI-Services',
          deployments: [
            aDeployment('ptu', gpt52, ['GlobalProvisionedManaged', 50]),
            aDeployment('tuned', [tuned, '1'], ['Standard', 0]),
            aDeployment('DeepSeek V3', ['DeepSeek-V3.1', '1'], ['GlobalStandard', 100], {
              model: { format: 'DeepSeek', name: 'DeepSeek-V3.1', version: '1' },
            }),
            aDeployment('trial-', gpt52, ['DeveloperTier', 1]),
            aDeployment('jobs', gpt52, ['GlobalBatch', 100]),
            aDeployment('vectors', ['text-embedding-3-large', '1'], ['Standard', 50]),
          ],
        }),
      ],
    },
  );
