import { SetupError } from '../../../common/problem';
import { azureInProcess } from '../../../test/support/azure_in_process';
import type { Account, AccountRef, Deployment } from '../../core/azure/azure';
import { accountOption, accountOptions } from './account_options';

const account = (accountName: string): Account => ({
  resourceGroup: 'rg-team',
  accountName,
  kind: 'OpenAI',
  location: 'eastus2',
  state: 'Succeeded',
  tags: {},
  networkAccess: 'all',
  ipRules: [],
  keysDisabled: false,
});
const chat: Deployment = {
  deploymentName: 'chat',
  modelName: 'gpt-5.2',
  modelVersion: '2025-12-11',
  deploymentType: 'Standard',
  capacity: 10,
  state: 'Succeeded',
  tags: {},
};
const all = Array.from({ length: 120 }, (_, index) => account(`account-${index}`));
const azure = {
  ...azureInProcess(),
  accounts: async () => all,
  account: async ({ accountName }: AccountRef) =>
    all.find((one) => one.accountName === accountName),
  async deployments({ accountName }: AccountRef) {
    if (accountName === 'account-7') throw new SetupError({ code: 'authorization_failed' });
    return [chat];
  },
};

describe('the accounts of a subscription', () => {
  it('are listed with their deployments, and never as having none when these were not read', async () => {
    const options = await accountOptions(azure, 'sub', []);
    expect(options).toHaveLength(120);
    const unread = options.filter(({ deployments }) => deployments === undefined);
    expect(unread).toHaveLength(21);
    expect(unread[0]?.accountName).toBe('account-7');
    expect(options[99]?.deployments).toHaveLength(1);
  });

  it('are read one by one beyond that', async () => {
    const ref = { subscriptionId: 'sub', resourceGroup: 'rg-team', accountName: 'account-119' };
    const [option] = await accountOption(azure, ref, []);
    expect(option?.deployments?.map(({ deploymentName }) => deploymentName)).toEqual(['chat']);
  });
});
