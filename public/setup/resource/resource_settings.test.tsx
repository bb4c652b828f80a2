import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AccountOption } from '../../../common/options';
import type { TargetChoice } from '../../../common/targets/targets';
import { aDeploymentOption, anAccountOption } from '../../../test/support/builders/an_account';
import { aModel, showStep, someOptions } from '../../../test/support/page/show_form_step';
import { fitSubdomain } from '../target/resource_names';
import { DeploymentSettings } from './deployment_settings';
import { DeletedAccountChoice } from './resource_deleted';
import { SubscriptionRow } from './resource_place';
import { ResourceSettings } from './resource_settings';

const anAccount = (change: Partial<AccountOption> = {}): AccountOption =>
  anAccountOption({
    resourceGroup: 'Observability',
    kind: 'AIServices',
    location: 'westus3',
    customSubDomainName: 'team-openai-eu',
    networkAccess: 'selected',
    deployments: [
      aDeploymentOption({
        deploymentType: 'DataZoneStandard',
        capacity: 60,
        versionUpgradeOption: 'NoAutoUpgrade',
      }),
      aDeploymentOption({
        deploymentName: 'ptu',
        deploymentType: 'ProvisionedManaged',
        capacity: 50,
      }),
      aDeploymentOption({
        deploymentName: 'jobs',
        deploymentType: 'DataZoneBatch',
        capacity: 50,
        chatCompletion: true,
      }),
      aDeploymentOption({
        deploymentName: 'vectors',
        modelName: 'text-embedding-3-large',
        modelVersion: '1',
        deploymentType: 'Standard',
        capacity: 50,
        chatCompletion: false,
      }),
    ],
    ...change,
  });

const withAccounts = (...accounts: AccountOption[]) => someOptions({ accounts });

/** Types into an EUI combo box and presses Enter. */
async function typeInto(testId: string, typed: string) {
  const input = within(screen.getByTestId(testId)).getByRole<HTMLInputElement>('combobox');
  await userEvent.type(input, `${typed}{enter}`, {
    initialSelectionStart: 0,
    initialSelectionEnd: input.value.length,
  });
}

async function pick(testId: string, name: RegExp) {
  await userEvent.click(within(screen.getByTestId(testId)).getByRole('combobox'));
  await userEvent.click(screen.getByRole('option', { name }));
}

describe('the place of a new resource', () => {
  it('has a subscription; a read-only one is disabled with the reason', async () => {
    const { updates } = showStep(SubscriptionRow);
    const select = screen.getByRole('combobox', { name: 'Subscription' });
    expect(
      within(select).getByRole('option', { name: /Old trial .* read-only, state: Disabled/ }),
    ).toBeDisabled();
    await userEvent.selectOptions(select, '22222222-2222-3333-4444-555555555555');
    expect(updates).toEqual([{ subscriptionId: '22222222-2222-3333-4444-555555555555' }]);
  });

  it('selects an existing resource group', async () => {
    const { updates } = showStep(ResourceSettings);
    expect(screen.getByText(/^New, will be created in Sweden Central\./)).toBeInTheDocument();
    await pick('resourceGroupCombo', /Observability/);
    expect(updates).toEqual([{ resourceGroup: 'Observability' }]);
    expect(screen.getByText(/^Exists, in West US 3\./)).toBeInTheDocument();
  });

  it('accepts the name of a new resource group', async () => {
    const { updates } = showStep(ResourceSettings);
    await typeInto('resourceGroupCombo', 'ai-kibana');
    expect(updates.at(-1)).toEqual({ resourceGroup: 'ai-kibana' });
  });

  it('lets the person edit the current name', async () => {
    const { updates } = showStep(ResourceSettings);
    const input = within(screen.getByTestId('resourceGroupCombo')).getByRole('combobox');
    await userEvent.type(input, '{backspace}{backspace}-ai{enter}');
    expect(updates.at(-1)).toEqual({ resourceGroup: 'kibana-open-ai' });
    expect(input).toHaveValue('kibana-open-ai');
  });

  it('matches groups ignoring case', async () => {
    const { updates } = showStep(ResourceSettings);
    await typeInto('resourceGroupCombo', 'OBSERVABILITY');
    expect(updates.at(-1)).toEqual({ resourceGroup: 'Observability' });
  });

  it('shows the rule for an invalid resource group', async () => {
    showStep(ResourceSettings);
    await typeInto('resourceGroupCombo', 'ends with dot.');
    const input = within(screen.getByTestId('resourceGroupCombo')).getByRole('combobox');
    expect(input).toHaveAccessibleDescription(/Don't end with a period/);
  });

  it('checks the name of a resource group while it is being typed', async () => {
    const { updates } = showStep(ResourceSettings);
    const input = within(screen.getByTestId('resourceGroupCombo')).getByRole('combobox');
    await userEvent.type(input, '.');
    expect(input).toHaveAccessibleDescription(/Don't end with a period/);
    await userEvent.type(input, 'x');
    expect(input).not.toHaveAccessibleDescription(/Don't end with a period/);
    expect(updates).toEqual([]);
  });
});

describe('the name of a new resource', () => {
  it('names the endpoint, too', async () => {
    const { updates } = showStep(ResourceSettings);
    await userEvent.type(screen.getByTestId('accountNameInput'), '_B');
    expect(updates.at(-1)).toEqual({
      accountName: 'kibana-openai-4f2a_B',
      customSubDomainName: 'kibana-openai-4f2a-b',
    });
    expect(
      screen.getByText(/^The endpoint will be https:\/\/kibana-openai-4f2a-b\.openai\.example\./),
    ).toBeInTheDocument();
  });

  it('can differ from the endpoint name', async () => {
    const { updates } = showStep(ResourceSettings);
    const input = screen.getByTestId('subdomainInput');
    await userEvent.type(input, '-eu');
    expect(updates.at(-1)).toEqual({ customSubDomainName: 'kibana-openai-4f2a-eu' });
    await userEvent.type(input, '-');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/2 to 63 lowercase letters, digits, and hyphens/);
    expect(screen.queryByText(/^The endpoint will be/)).not.toBeInTheDocument();
  });

  it.each([
    ['My_Company.OpenAI', 'my-company-openai'],
    ['-a-', 'a'],
    [`${'a'.repeat(63)}--b`, 'a'.repeat(63)],
    ['ä', ''],
  ])('%s is made to fit as an endpoint name', (name, subdomain) => {
    expect(fitSubdomain(name)).toBe(subdomain);
  });

  it('goes with a kind', async () => {
    const { updates } = showStep(ResourceSettings);
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Resource kind' }),
      'AIServices',
    );
    expect(updates).toEqual([{ kind: 'AIServices' }]);
  });

  it('comes with a pricing tier that cannot be changed', () => {
    showStep(ResourceSettings);
    expect(screen.getByTestId('pricingTier')).toHaveTextContent(
      'Standard S0: billed per token, nothing while idle',
    );
  });
});

describe('the network', () => {
  it.each<[TargetChoice, RegExp, RegExp]>([
    ['connector', /\bKibana\b/, /Elasticsearch/],
    ['inference_endpoint', /Elasticsearch nodes/, /\bKibana\b/],
    ['both', /Kibana.* Elasticsearch nodes/, /\.{2}/],
  ])('names the servers that call the model through the target %s', (target, callers, others) => {
    showStep(ResourceSettings, { request: { target, networkAccess: 'selected', ipRules: [] } });
    const sentences = [
      ...[/^Only these addresses/, /needs? a private endpoint/, /Add at least one address/].map(
        (text) => screen.getByText(text),
      ),
      screen.getByText(/^Enter an address or range and press Enter/),
    ].map(({ textContent }) => textContent);
    for (const sentence of sentences) {
      expect(sentence).toMatch(callers);
      expect(sentence).not.toMatch(others);
    }
  });

  it('is one of three, each with what it means for calls', async () => {
    const { updates } = showStep(ResourceSettings);
    expect(screen.getByRole('radio', { name: /All networks/ })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: /Disabled .* private endpoint/ }));
    expect(updates).toEqual([{ networkAccess: 'disabled' }]);
    expect(screen.queryByTestId('ipRulesCombo')).not.toBeInTheDocument();
  });

  it('accepts valid addresses and lists invalid ones', async () => {
    const { updates } = showStep(ResourceSettings, { request: { networkAccess: 'selected' } });
    const field = within(screen.getByTestId('ipRulesCombo')).getByRole('combobox');
    expect(field).toHaveAccessibleDescription(/Add at least one address/);
    expect(field).toBeValid();
    await typeInto('ipRulesCombo', '203.0.113.7 10.0.0.999 198.51.100.0/24');
    expect(updates).toEqual([{ ipRules: ['203.0.113.7', '198.51.100.0/24'] }]);
    expect(screen.getByText(/so not added: 10\.0\.0\.999\./)).toBeInTheDocument();
  });
});

describe('tags', () => {
  it('are added, changed and removed', async () => {
    const { updates } = showStep(ResourceSettings, { request: { tags: { owner: 'ann' } } });
    await userEvent.click(screen.getByTestId('tagsAdd'));
    await userEvent.type(screen.getByTestId('tagName-2'), 'cost');
    await userEvent.type(screen.getByTestId('tagValue-2'), '42');
    expect(updates.at(-1)).toEqual({ tags: { owner: 'ann', cost: '42' } });
    await userEvent.click(screen.getByTestId('tagRemove-1'));
    expect(updates.at(-1)).toEqual({ tags: { cost: '42' } });
  });

  it('say when a name is there twice, or breaks the rule', async () => {
    showStep(ResourceSettings, { request: { tags: { owner: 'ann' } } });
    await userEvent.click(screen.getByTestId('tagsAdd'));
    await userEvent.type(screen.getByTestId('tagName-2'), 'Owner');
    expect(screen.getByText('The tag name owner is used twice.')).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('tagName-2'), '<');
    expect(screen.getByText(/Enter up to 49 tags/)).toBeInTheDocument();
    expect(screen.getByTestId('tagName-2')).toBeInvalid();
    expect(screen.getByTestId('tagName-2')).toHaveAccessibleDescription(/Enter up to 49 tags/);
  });
});

describe('a tag that came without a value', () => {
  it('asks for one until it is typed', async () => {
    const { updates } = showStep(ResourceSettings, {
      request: { tags: { owner: 'ann', costCenter: '' } },
    });
    expect(screen.getByText('Enter a value for: costCenter.')).toBeInTheDocument();
    expect(screen.getByTestId('tagValue-1')).toBeValid();
    expect(screen.getByTestId('tagValue-2')).toBeInvalid();
    expect(screen.getByTestId('tagValue-2')).toHaveAccessibleDescription(/Enter a value for/);
    await userEvent.type(screen.getByTestId('tagValue-2'), '42');
    expect(updates.at(-1)).toEqual({ tags: { owner: 'ann', costCenter: '42' } });
    expect(screen.queryByText(/Enter a value for/)).not.toBeInTheDocument();
    expect(screen.getByTestId('tagValue-2')).toBeValid();
  });
});

describe('a deleted resource of the same name', () => {
  it.each([
    ['restore', /kibana-openai-4f2a will be restored/],
    ['purge', /kibana-openai-4f2a will be purged, then/],
  ] as const)('shows the choice to %s it, which can be undone', async (onDeletedAccount, words) => {
    const { resets } = showStep(DeletedAccountChoice, { request: { onDeletedAccount } });
    expect(screen.getByTestId('deletedAccountChoice')).toHaveTextContent(words);
    await userEvent.click(screen.getByRole('button', { name: 'Undo this choice' }));
    expect(resets).toEqual([['onDeletedAccount']]);
    expect(screen.queryByTestId('deletedAccountChoice')).not.toBeInTheDocument();
  });

  it('is not shown without a choice', () => {
    showStep(DeletedAccountChoice);
    expect(screen.queryByTestId('deletedAccountChoice')).not.toBeInTheDocument();
  });
});

describe('an existing resource', () => {
  const existing = () => userEvent.click(screen.getByTestId('resourceMode-existing'));

  it('sets all the fields that it determines', async () => {
    const { updates } = showStep(ResourceSettings, { options: withAccounts(anAccount()) });
    await existing();
    await userEvent.click(screen.getByRole('button', { name: 'Use team-openai' }));
    expect(updates).toEqual([
      { accountName: '' },
      {
        resourceGroup: 'Observability',
        accountName: 'team-openai',
        location: 'westus3',
        kind: 'AIServices',
        customSubDomainName: 'team-openai-eu',
        networkAccess: 'selected',
      },
    ]);
  });

  it.each([
    [{ keysDisabled: true }, "Doesn't accept API keys, which the connector needs"],
    [{ state: 'Creating' }, 'Not ready: Creating'],
    [{ customSubDomainName: undefined }, 'Has no endpoint of its own'],
  ])('that cannot be used (%j) shows why', async (change, words) => {
    showStep(ResourceSettings, { options: withAccounts(anAccount(change)) });
    await existing();
    const row = screen.getByTestId('existingAccount-team-openai');
    expect(row).toHaveTextContent(words);
    const use = within(row).getByRole('button', { name: 'Use team-openai' });
    expect(use).toBeDisabled();
    expect(use).toHaveAccessibleDescription(words);
  });

  it('shows who uses it, what it holds and what is free beside it', async () => {
    const near = anAccount({
      accountName: 'near-openai',
      kind: 'OpenAI',
      location: 'swedencentral',
      usedBy: ['GPT for Security', 'Old GPT'],
    });
    showStep(ResourceSettings, { options: withAccounts(near, anAccount({ deployments: [] })) });
    await existing();
    const row = screen.getByTestId('existingAccount-near-openai');
    expect(row).toHaveTextContent('Used by GPT for Security, Old GPT');
    expect(row).toHaveTextContent('4 deployments');
    expect(row).toHaveTextContent('450,000 tokens per minute available for GPT-5.2');
    expect(row).toHaveTextContent('Network: Selected addresses');
    const far = screen.getByTestId('existingAccount-team-openai');
    expect(far).not.toHaveTextContent('Used by');
    expect(far).not.toHaveTextContent('tokens per minute');
  });

  it('is replaced by a new one with the recommended values', async () => {
    const { resets } = showStep(ResourceSettings, {
      request: { resourceGroup: 'observability', accountName: 'TEAM-openai' },
      options: withAccounts(anAccount()),
    });
    expect(screen.getByTestId('existingAccountsTable')).toBeInTheDocument();
    await userEvent.click(screen.getByTestId('resourceMode-new'));
    expect(resets).toHaveLength(1);
    expect(screen.getByTestId('accountNameInput')).toHaveValue('kibana-openai-4f2a');
  });

  it('lets one of its deployments be reused', async () => {
    const { updates } = showStep(ResourceSettings, {
      request: { resourceGroup: 'Observability', accountName: 'team-openai' },
      options: someOptions({ accounts: [anAccount()], models: [aModel()] }),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Use this deployment: chat' }));
    expect(updates).toEqual([
      {
        deploymentName: 'chat',
        modelName: 'gpt-5.2',
        modelVersion: '2025-12-11',
        deploymentType: 'DataZoneStandard',
        capacity: 60,
        versionUpgradeOption: 'NoAutoUpgrade',
      },
    ]);
  });

  it('says why a deployment cannot be reused', () => {
    showStep(ResourceSettings, {
      request: { resourceGroup: 'Observability', accountName: 'team-openai' },
      options: withAccounts(anAccount()),
    });
    const row = (name: string) => screen.getByTestId(`existingDeployment-${name}`);
    expect(row('jobs')).toHaveTextContent("Processes batch jobs and can't chat");
    expect(row('vectors')).toHaveTextContent(
      "Doesn't support the Chat Completions API, which Kibana needs",
    );
  });

  it('is missing in an empty subscription, which is said', async () => {
    showStep(ResourceSettings);
    await existing();
    expect(screen.getByTestId('noExistingAccounts')).toHaveTextContent(
      'No Azure OpenAI resource in this subscription',
    );
  });
});

describe('the deployment', () => {
  const chosen = { resourceGroup: 'Observability', accountName: 'team-openai' };

  it('has a name, and its rule if the name breaks it', async () => {
    const { updates } = showStep(DeploymentSettings);
    const input = screen.getByRole('textbox', { name: 'Deployment name' });
    await userEvent.type(input, '-');
    expect(updates.at(-1)).toEqual({ deploymentName: 'gpt-5.2-' });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/don't end with a hyphen or period/);
  });

  it('says what its version policy means', async () => {
    const { updates } = showStep(DeploymentSettings);
    const select = screen.getByRole('combobox', { name: 'Version update policy' });
    await userEvent.selectOptions(select, 'NoAutoUpgrade');
    expect(updates).toEqual([{ versionUpgradeOption: 'NoAutoUpgrade' }]);
    expect(select).toHaveAccessibleDescription(/stops working when its version retires/);
  });

  it('keeps the policy that it has if it exists', () => {
    showStep(DeploymentSettings, {
      request: { ...chosen, deploymentName: 'chat', deploymentType: 'DataZoneStandard' },
      options: withAccounts(anAccount()),
    });
    expect(screen.getByTestId('deploymentName')).toHaveAccessibleDescription(
      /exists and is used as it is\./,
    );
    expect(screen.queryByTestId('modelVersionPolicy')).not.toBeInTheDocument();
  });
});
