import { screen, within } from '@testing-library/react';
import { aDeploymentOption, anAccountOption } from '../../../test/support/builders/an_account';
import { showStep, someOptions } from '../../../test/support/page/show_form_step';
import { ExistingDeployments } from './resource_deployments';

it('shows the tokens per minute of each deployment, and units for one that the catalog lacks', () => {
  const account = anAccountOption({
    location: 'swedencentral',
    deployments: [
      aDeploymentOption({ capacity: 60 }),
      aDeploymentOption({ deploymentName: 'old', modelVersion: '2024-08-06', capacity: 7 }),
    ],
  });
  const { resourceGroup, accountName } = account;
  showStep((step) => <ExistingDeployments step={step} account={account} />, {
    request: { resourceGroup, accountName },
    options: someOptions({ accounts: [account] }),
  });
  const row = (name: string) => within(screen.getByTestId(`existingDeployment-${name}`));
  expect(row('chat').getByText('60,000 tokens per minute')).toBeInTheDocument();
  expect(row('old').getByText('7 units of quota')).toBeInTheDocument();
});
