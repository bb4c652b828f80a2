import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AccountOption } from '../../../common/options';
import { brokenRules } from '../../../common/setup_request';
import { aDeploymentOption, anAccountOption } from '../../../test/support/builders/an_account';
import { aRequest, showStep, someOptions } from '../../../test/support/page/show_form_step';
import { existingThings } from './existing_things';
import { ResourceSettings } from '../resource/resource_settings';

const anAccount = (change: Partial<AccountOption>): AccountOption =>
  anAccountOption({
    resourceGroup: 'Observability',
    kind: 'AIServices',
    location: 'westus3',
    customSubDomainName: 'team-openai-eu',
    deployments: [],
    ...change,
  });
const withAccounts = (...accounts: AccountOption[]) => someOptions({ accounts });

describe('an existing deployment', () => {
  it('can be reused with a type and a name that setup does not create', async () => {
    const unusual = anAccount({
      customSubDomainName: 'Team-OpenAI',
      resourceGroup: 'rg (west)',
      deployments: [
        aDeploymentOption({
          deploymentName: 'My tuned model',
          modelName: 'gpt-4.1-2025-04-14.ft-0e208cf33a6a466994aff31a08aba678',
          modelVersion: '1',
          deploymentType: 'GlobalProvisionedManaged',
          capacity: 0,
          chatCompletion: true,
        }),
      ],
    });
    const request = {
      resourceGroup: 'rg (west)',
      accountName: 'team-openai',
      customSubDomainName: 'Team-OpenAI',
    };
    const { updates } = showStep(ResourceSettings, { request, options: withAccounts(unusual) });
    await userEvent.click(screen.getByRole('button', { name: /My tuned model/ }));
    const adopted = { ...aRequest(), ...request, ...updates[0] };
    const options = withAccounts(unusual);
    expect(brokenRules(adopted, existingThings({ request: adopted, options }))).toEqual([]);
    expect(brokenRules(adopted, new Set())).toEqual([
      'resourceGroup',
      'customSubDomainName',
      'deploymentName',
      'deploymentType',
      'capacity',
    ]);
  });

  it('says that deployments could not be read, and never that there are none', async () => {
    showStep(ResourceSettings, {
      request: { resourceGroup: 'Observability', accountName: 'team-openai' },
      options: withAccounts(anAccount({ deployments: undefined })),
    });
    expect(screen.getByTestId('existingAccount-team-openai')).toHaveTextContent(
      'Listed when you choose the resource',
    );
    expect(screen.getByTestId('existingDeploymentsUnread')).toBeInTheDocument();
  });
});
