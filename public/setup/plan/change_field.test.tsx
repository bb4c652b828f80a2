import { screen, waitFor } from '@testing-library/react';
import type { SetupField, SetupRequest } from '../../../common/setup_request';
import { anAccountOption } from '../../../test/support/builders/an_account';
import {
  aBlockedRun,
  aPlan,
  aRecommendation,
  aRunId,
  someOptions,
} from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, isolatedPage, see, seeObstacle } from '../../../test/support/page/page_driver';

const page = isolatedPage();

const account = anAccountOption({ networkAccess: 'disabled' });
const { resourceGroup, accountName } = account;

/** The answers for a plan that uses the account and whose check names the field. */
const withAccount = (field: SetupField): Answers => ({
  options: () => someOptions({ accounts: [account] }),
  recommendation: () => aRecommendation({ resourceGroup, accountName }),
  plan: ({ body: { request } }) =>
    aPlan(request, {
      verdicts: [{ check: 'network', status: 'warn', problem: { code: 'unexpected', field } }],
    }),
});

const newResource = () => screen.findByRole('button', { name: 'New resource' });
const stopped = (request: SetupRequest, field: SetupField): Answers => ({
  run: () => ({ run: aBlockedRun(request, 3, { code: 'unexpected', field }) }),
});
const search = `?run=${aRunId}`;

describe('the button that changes the field of a problem', () => {
  const settled: SetupField[] = [
    'resourceGroup',
    'location',
    'kind',
    'customSubDomainName',
    'networkAccess',
    'ipRules',
  ];

  test.each(settled)(
    'opens the choice of the resource when an existing one settles the field %s',
    async (field) => {
      page.open(withAccount(field));
      await click('signInSubmit');
      await click('checksBadge');
      expect(await see('changeField-accountName')).toHaveTextContent('Use another resource');
      expect(screen.queryByTestId(`changeField-${field}`)).not.toBeInTheDocument();
      await click('changeField-accountName');
      await see('existingAccountsTable');
      const choice = await newResource();
      await waitFor(() => expect(choice).toHaveFocus());
    },
  );

  test('opens the choice of the resource after a run that used an existing one', async () => {
    const { request } = aRecommendation({ resourceGroup, accountName });
    const answers = { ...withAccount('networkAccess'), ...stopped(request, 'networkAccess') };
    await page.openSignedIn(answers, { search });
    await waitFor(() =>
      expect(screen.getByTestId('changeField-accountName')).toHaveTextContent(
        'Use another resource',
      ),
    );
    await click('changeField-accountName');
    await see('existingAccountsTable');
  });

  test('moves the focus to the field after a run, not to the heading', async () => {
    await page.openSignedIn(stopped(aRecommendation().request, 'accountName'), { search });
    await click('changeField-accountName');
    const input = await see('accountNameInput');
    await waitFor(() => expect(input).toHaveFocus());
  });
});

test('"Existing resource" without a choice blocks the plan', async () => {
  page.open({ options: () => someOptions({ accounts: [account] }) });
  await click('signInSubmit');
  await click('moreSettingsButton');
  await click('resourceMode-existing');
  await seeObstacle('setUpButton', 'Correct these fields first: Resource name.');
  expect(screen.getByRole('heading', { name: "Your plan isn't complete" })).toBeVisible();
});

test('an account without a subscription can sign in again, or try again', async () => {
  page.open({
    recommendation: () => {
      throw failure({ code: 'no_subscription' });
    },
  });
  await click('signInSubmit');
  await see('formTryAgain');
  await click('signInAgain');
  expect(await see('otherWays')).toBeVisible();
});
