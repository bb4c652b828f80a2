import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import { anAccountOption } from '../../../test/support/builders/an_account';
import { showStep, someOptions } from '../../../test/support/page/show_form_step';
import { MoreSettings } from './more_settings';

const account = anAccountOption({ resourceGroup: 'Observability', location: 'swedencentral' });
const adopted = { resourceGroup: 'Observability', accountName: 'team-openai' };

const toggle = () => screen.getByRole('button', { name: /^Names, network access, API keys, tags/ });
const isOpen = () => toggle().getAttribute('aria-expanded') === 'true';
const content = () => screen.findByTestId('subscriptionSelect');

describe('the settings below the plan', () => {
  it('are folded until the person opens them; the subscription is the first', async () => {
    showStep(MoreSettings);
    expect(isOpen()).toBe(false);
    expect(screen.queryByTestId('subscriptionSelect')).not.toBeInTheDocument();
    await userEvent.click(toggle());
    await content();
    expect(isOpen()).toBe(true);
    const [first] = within(screen.getByTestId('moreSettings')).getAllByRole('combobox');
    expect(first).toHaveAccessibleName('Subscription');
  });

  it('open by themselves if a value in them breaks its rule, and can be closed', async () => {
    showStep(MoreSettings, { request: { deploymentName: '-' } });
    await content();
    expect(screen.getByTestId('deploymentName')).toBeInvalid();
    await userEvent.click(toggle());
    expect(isOpen()).toBe(false);
  });

  it('stay folded if the value of a row breaks its rule', () => {
    showStep(MoreSettings, { request: { capacity: 0 } });
    expect(isOpen()).toBe(false);
  });

  it.each<[SetupField, string]>([
    ['subscriptionId', 'Subscription'],
    ['accountName', 'Resource name'],
    ['networkAccess', 'All networks'],
    ['deploymentName', 'Deployment name'],
    ['targetName', 'Connector name'],
  ])('open at the field %s, which takes the focus', async (field, name) => {
    const { found } = showStep(MoreSettings, { field });
    await content();
    expect(document.activeElement).toHaveAccessibleName(expect.stringContaining(name));
    expect(found).toContain(field);
  });

  it.each<[SetupField, Partial<SetupRequest>, RegExp]>([
    ['ipRules', { networkAccess: 'all' }, /All networks/],
    ['accountName', adopted, /New resource/],
    ['networkAccess', adopted, /New resource/],
    ['tags', adopted, /Add a tag/],
    ['tags', { ...adopted, deploymentName: 'chat' }, /New resource/],
    ['versionUpgradeOption', { ...adopted, deploymentName: 'chat' }, /Deployment name/],
  ])('open at what hides the field %s (%j)', async (field, request, name) => {
    showStep(MoreSettings, {
      field,
      request,
      options: someOptions({ accounts: [account] }),
    });
    await content();
    expect(document.activeElement).toHaveAccessibleName(expect.stringMatching(name));
  });

  it('leave a field that has a row of the plan to that row', () => {
    const { found } = showStep(MoreSettings, { field: 'capacity' });
    expect(isOpen()).toBe(false);
    expect(found).toEqual([]);
  });

  it('give the reason of a recommended value in a tip, and no reason for a typed one', async () => {
    showStep(MoreSettings, { reasons: { accountName: { code: 'free_name' } } });
    await userEvent.click(toggle());
    await content();
    const tip = () => screen.queryByText('Reason for the value: Resource name');
    expect(tip()).toBeInTheDocument();
    expect(screen.queryByText('This name is available.')).not.toBeInTheDocument();
    await userEvent.hover(tip() ?? document.body);
    expect(await screen.findByText('This name is available.')).toBeInTheDocument();
    await userEvent.type(screen.getByTestId('accountNameInput'), 'x');
    expect(tip()).not.toBeInTheDocument();
    expect(screen.queryByText('Your choice.')).not.toBeInTheDocument();
  });

  it('show each label once', async () => {
    showStep(MoreSettings, { request: { networkAccess: 'selected' } });
    await userEvent.click(toggle());
    await content();
    for (const label of ['Network', 'Tags', 'New or existing resource', 'Allowed addresses']) {
      expect(screen.getAllByText(label)).toHaveLength(1);
    }
  });
});
