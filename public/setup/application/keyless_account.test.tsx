import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Fix } from '../../../common/check';
import type { SetupRequest } from '../../../common/setup_request';
import { keylessValues } from '../../../common/targets/targets';
import { anAccountOption } from '../../../test/support/builders/an_account';
import {
  aBlockedRun,
  allGranted,
  anEnvironment,
  aPlan,
  aRecommendation,
  aRunId,
  someOptions,
  withConflict,
} from '../../../test/support/builders/answers';
import type { Answers } from '../../../test/support/page/fake_http';
import { click, isolatedPage, see, seeEnabled } from '../../../test/support/page/page_driver';

const page = isolatedPage();
const user = userEvent.setup({ pointerEventsCheck: 0 });

const locked = anAccountOption({
  accountName: 'locked-openai',
  keysDisabled: true,
  deployments: [],
});
const open = anAccountOption({ accountName: 'open-openai', deployments: [] });
const ofAccount = ({ resourceGroup, accountName }: typeof open) => ({ resourceGroup, accountName });
const withKeys = { authentication: 'api_key', target: 'connector' } as const;

const options = () => someOptions({ accounts: [locked, open] });

/** The request of the last plan. */
const planned = () => page.shown.bodiesOf('plan').at(-1)?.request;
const plans = (expected: Partial<SetupRequest>) =>
  waitFor(() => expect(planned()).toMatchObject(expected));

const use = async (accountName: string) =>
  user.click(await screen.findByRole('button', { name: `Use ${accountName}` }));

async function openPlan(more: Answers = {}): Promise<void> {
  page.open({ options, ...more });
  await click('signInSubmit');
  await see('checksBadge');
  await click('moreSettingsButton');
}

async function openAccounts(more: Answers = {}): Promise<void> {
  await openPlan(more);
  await click('resourceMode-existing');
  await see('existingAccountsTable');
}

describe('a resource that accepts no keys', () => {
  it('switches to keyless in one click, explains why, and reverts when another resource is chosen', async () => {
    await openAccounts();
    await use('locked-openai');
    await plans({ ...ofAccount(locked), ...keylessValues });
    expect(await see('keylessSwitch')).toBeDisabled();
    expect(screen.getByText("The chosen resource doesn't accept API keys.")).toBeInTheDocument();
    expect(screen.getByTestId('applicationForm')).toBeInTheDocument();

    await use('open-openai');
    await plans({ ...ofAccount(open), ...withKeys });
    expect(screen.getByTestId('keylessSwitch')).not.toBeChecked();
    expect(screen.queryByTestId('applicationForm')).not.toBeInTheDocument();

    await use('locked-openai');
    await plans({ ...ofAccount(locked), ...keylessValues });
    await click('resourceMode-new');
    await plans(withKeys);
    expect(screen.getByTestId('keylessSwitch')).not.toBeChecked();
  });

  it('stays keyless if the person chose that', async () => {
    await openAccounts();
    await click('keylessSwitch');
    await use('locked-openai');
    await plans({ ...ofAccount(locked), ...keylessValues });
    await use('open-openai');
    await plans({ ...ofAccount(open), ...keylessValues });
    expect(screen.getByTestId('keylessSwitch')).toBeChecked();
    expect(screen.getByTestId('keylessSwitch')).toBeEnabled();
  });

  it('keeps the application for the next time', async () => {
    const applicationId = 'c0000000-0000-4000-8000-000000000005';
    await openAccounts({ application: () => ({ session: 'renewed' }) });
    await use('locked-openai');
    await user.type(await see('applicationIdInput'), applicationId);
    await user.type(screen.getByTestId('applicationSecretInput'), 'S3CR3T-of-a-test');
    await click('useApplication');
    await plans({ ...keylessValues, applicationId });
    await use('open-openai');
    await plans(withKeys);
    expect(planned()).not.toHaveProperty('applicationId');
    await use('locked-openai');
    await plans({ ...keylessValues, applicationId });
  });

  it('is planned without keys from the start after a reload', async () => {
    await openAccounts();
    await use('locked-openai');
    await plans({ ...ofAccount(locked), ...keylessValues });
    page.reload();
    await see('checksBadge');
    const all = page.shown.bodiesOf('plan');
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ request: keylessValues });
  });

  it('can be recommended, and another one is used with keys', async () => {
    await openPlan({
      recommendation: ({ body: { fixed } }) => {
        const found = aRecommendation({ ...ofAccount(locked), ...keylessValues, ...fixed });
        const accountName = { code: 'existing_account' } as const;
        const authentication = { code: 'account_without_keys' } as const;
        return { ...found, reasons: { ...found.reasons, accountName, authentication } };
      },
    });
    expect(planned()).toMatchObject({ ...ofAccount(locked), ...keylessValues });
    expect(await see('keylessSwitch')).toBeDisabled();
    await use('open-openai');
    await plans({ ...ofAccount(open), authentication: 'api_key' });
  });

  it('is replaced by one that accepts keys through a fix', async () => {
    const fix: Fix = {
      code: 'use_existing_account',
      change: { ...ofAccount(open), location: 'eastus2', kind: 'OpenAI', networkAccess: 'all' },
      detail: { name: open.accountName, resourceGroup: open.resourceGroup },
    };
    // If no target works without keys, the plan reports the conflict.
    await openPlan({
      recommendation: ({ body: { fixed } }) => aRecommendation({ ...ofAccount(locked), ...fixed }),
      environment: () => anEnvironment({ targetFacts: allGranted('9.3.1') }),
      plan: ({ body: { request } }) => {
        const plan = aPlan(request);
        if (request.accountName !== locked.accountName) return plan;
        const problem = { code: 'keys_disabled', detail: { name: locked.accountName } } as const;
        return withConflict(plan, 'account', problem, [fix]);
      },
    });
    const button = await see('fix-use_existing_account');
    expect(button).toHaveTextContent('Use the existing resource open-openai');
    await user.click(button);
    await plans({ ...ofAccount(open), ...withKeys });
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('appliedFix')).toHaveFocus();
  });

  it('reverts the choice when its run is changed', async () => {
    const request = { ...aRecommendation().request, ...ofAccount(locked), ...keylessValues };
    const run = aBlockedRun(request, 2, { code: 'insufficient_quota', field: 'location' });
    await page.openSignedIn({ options, run: () => ({ run }) }, { search: `?run=${aRunId}` });
    await click('changeValues');
    await click('moreSettingsButton');
    expect(await see('keylessSwitch')).toBeChecked();
    await waitFor(() => expect(screen.getByTestId('keylessSwitch')).toBeDisabled());
    await use('open-openai');
    await waitFor(() => expect(screen.getByTestId('keylessSwitch')).not.toBeChecked());
  });
});
