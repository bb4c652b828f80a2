import { screen, waitFor } from '@testing-library/react';
import {
  aDeviceCode,
  aFinishedRun,
  aPlan,
  aRecommendation,
  aRun,
  aRunSummary,
  aSession,
  someOptions,
} from '../test/support/builders/answers';
import { checkIds } from '../common/check';
import type { UseCase } from '../common/recommendation';
import { aSetupRequest } from '../test/support/builders/a_setup_request';
import { failure } from '../test/support/page/fake_http';
import { someOffers } from '../test/support/builders/some_offers';
import {
  click,
  clickDisabled,
  fill,
  isolatedPage,
  see,
  seeEnabled,
  seeObstacle,
  signOut,
  stored,
  signIn,
} from '../test/support/page/page_driver';

const page = isolatedPage();
const { show, open } = page;
/** Chooses the use case in the model's flyout. */
const useFor = async (useCase: UseCase) => {
  await click('modelRowChange');
  await click(`modelUseCase-${useCase}`);
  await click('modelFlyoutSave');
};

test('from a device code to the answer of the model: nothing is typed', async () => {
  const request = aRecommendation().request;
  let polls = 0;
  let looks = 0;
  let runId = '';
  open({
    signIn: () => aDeviceCode(),
    pollSignIn: () => (++polls < 2 ? { status: 'pending', interval: 0.05 } : aSession()),
    startRun: ({ body }) => {
      runId = body.runId;
      return { run: { ...aRun(body.request, 2), runId } };
    },
    run: () => ({
      run: ++looks < 2 ? { ...aRun(request, 3), runId } : aFinishedRun(request, { runId }),
    }),
  });

  await signIn();
  expect(await see('deviceCodeUserCode')).toHaveTextContent('C9RT4KQXZ');
  expect(await see('deviceCodeOpen')).toHaveAttribute('href', 'https://microsoft.com/devicelogin');
  expect(await see('deviceCodeWaiting')).toHaveTextContent(/1[45]:\d\d left/);
  expect(screen.getByText(/Microsoft Azure CLI/)).toBeInTheDocument();

  expect(await see('signedInAs')).toHaveTextContent('ada@contoso.example');
  expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
  expect(await seeEnabled('setUpButton')).toHaveTextContent('Create 4 resources');
  expect(screen.getByRole('heading', { name: 'Your plan is ready' })).toHaveFocus();
  expect(page.shown.history.location.search).toBe('?step=plan');

  expect(await see('planRow-account')).toHaveTextContent(
    /^kibana-openai-4f2aAzure OpenAI resource · East US 2Create$/,
  );
  // The provider is registered, so it is not listed.
  expect(screen.queryByTestId('planRow-provider_registration')).not.toBeInTheDocument();
  const count = checkIds.length;
  expect(await see('checksBadge')).toHaveTextContent(`${count} of ${count} checks passed`);
  expect(await see('announcement')).toHaveTextContent(`${count} checks passed`);
  await click('setUpButton');

  expect(await see('runRow-resource_group')).toHaveTextContent(/Created.*10 s/);
  expect(page.shown.history.location.search).toBe(`?run=${runId}`);
  expect(await see('doneAnswer')).toHaveTextContent('Hello from East US 2.');
  expect(await see('doneTime')).toHaveTextContent('1 min 35 s');
  expect(await see('openPortalLink')).toHaveAttribute('href', 'https://portal.example/account');
  expect(page.shown.titles).toContain('2/6 · Connect Azure OpenAI');
  expect(page.shown.titles.at(-1)).toBe('Connect Azure OpenAI');

  expect(page.shown.bodiesOf('signIn')[0]).toEqual({ kind: 'device_code', cloud: 'public' });
  expect(page.shown.bodiesOf('recommendation')).toEqual([
    { session: 'sealed-session', useCase: 'both', fixed: {} },
  ]);
  expect(page.shown.bodiesOf('plan')).toEqual([{ session: 'sealed-session', request }]);
  expect(page.shown.bodiesOf('startRun')).toEqual([{ session: 'sealed-session', runId, request }]);
});

describe('signing in', () => {
  test('a reload keeps the pending code, and Cancel removes it', async () => {
    let finished = false;
    open({
      signIn: () => aDeviceCode(),
      pollSignIn: () => (finished ? aSession() : { status: 'pending', interval: 0.05 }),
    });
    await signIn();
    await see('deviceCodeUserCode');
    page.reload();
    expect(await see('deviceCodeUserCode')).toHaveTextContent('C9RT4KQXZ');
    expect(page.shown.callsOf('signIn')).toEqual([]);
    await click('deviceCodeCancel');
    await see('signInSubmit');
    expect(stored()).not.toContain('C9RT4KQXZ');

    await signIn();
    await see('deviceCodeUserCode');
    finished = true;
    page.reload();
    expect(await see('signedInAs')).toBeInTheDocument();
    expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
    expect(screen.queryByTestId('deviceCodeUserCode')).not.toBeInTheDocument();
    expect(stored()).not.toContain('C9RT4KQXZ');
  });

  test('another directory needs another sign-in', async () => {
    const other = '99999999-1111-4222-8333-444444444444';
    const tenants = [...someOptions().tenants, { tenantId: other, displayName: 'Fabrikam' }];
    open({ options: () => someOptions({ tenants }) });
    await signIn();
    await click('signedInAs');
    await click(`directory-${other}`);
    await signIn();
    await waitFor(() => expect(page.shown.callsOf('signIn')).toHaveLength(2));
    expect(page.shown.bodiesOf('signIn')[1]).toEqual({
      kind: 'device_code',
      cloud: 'public',
      tenant: other,
    });
  });
});

describe('the draft', () => {
  test('a reload returns to the plan with what was typed', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('targetNameInput', 'My connector');
    expect(page.shown.leave()).toBe('ask');
    page.reload();
    await seeEnabled('setUpButton');
    expect(page.shown.callsOf('recommendation')).toEqual([]);
    expect(await see('planRow-target')).toHaveTextContent('My connector');
    expect(page.shown.bodiesOf('plan')).toEqual([
      {
        session: 'sealed-session',
        request: aSetupRequest({ tags: {}, targetName: 'My connector' }),
      },
    ]);
    await click('moreSettingsButton');
    expect(await see('targetNameInput')).toHaveValue('My connector');
  });

  test('a change with dependents requests a recommendation for the person’s values', async () => {
    open({ offers: () => someOffers() });
    await signIn();
    await useFor('security');
    await waitFor(() => expect(page.shown.callsOf('recommendation')).toHaveLength(2));
    expect(page.shown.bodiesOf('recommendation')[1]).toMatchObject({ useCase: 'security' });
    await click('moreSettingsButton');
    await fill('targetNameInput', 'My connector');
    await seeEnabled('setUpButton');
    expect(page.shown.callsOf('recommendation')).toHaveLength(2);
  });

  test('the form stays usable when a new recommendation cannot be read', async () => {
    const recommendation = ({ body }: { body: { useCase: string; fixed: object } }) => {
      if (body.useCase === 'security') throw failure({ code: 'azure_busy' });
      return aRecommendation(body.fixed);
    };
    open({ recommendation, offers: () => someOffers() });
    await signIn();
    await useFor('security');
    expect(await see('problem-azure_busy')).toBeInTheDocument();
    await click('moreSettingsButton');
    await fill('targetNameInput', 'My connector');
    await waitFor(() => expect(screen.getByTestId('targetNameInput')).toHaveValue('My connector'));
    expect(screen.getAllByTestId('problem-azure_busy')).toHaveLength(1);
    expect(screen.getByTestId('planRow-target')).toHaveTextContent('My connector');
  });

  test('a value that breaks its rule keeps the plan from starting, with the reason beside it', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('targetNameInput', '');
    await seeObstacle('setUpButton', 'Correct these fields first: Connector name.');
    await clickDisabled('setUpButton');
    expect(page.shown.callsOf('startRun')).toEqual([]);
  });

  test('signing out clears the draft and the announcement', async () => {
    open();
    await signIn();
    await see('modelRow');
    await signOut();
    expect(await see('signInSubmit')).toBeInTheDocument();
    expect(stored()).not.toContain('sealed-session');
    expect(await see('announcement')).toBeEmptyDOMElement();
  });

  test('an expired sign-in asks for a new one and returns to the same screen', async () => {
    let plans = 0;
    open({
      plan: ({ body }) => {
        if (++plans === 1) throw failure({ code: 'session_expired' });
        return aPlan(body.request);
      },
    });
    await signIn();
    await click('signInAgain');
    await signIn();
    expect(await seeEnabled('setUpButton')).toHaveTextContent('Create 4 resources');
  });
});

test('earlier setups are listed with their state', async () => {
  const run = aFinishedRun(aSetupRequest());
  open({ runs: () => ({ runs: [aRunSummary(run)] }), run: () => ({ run }) });
  expect(await see('earlierSetups')).toHaveTextContent(/Azure OpenAI - GPT-5\.2.*Connected/);
  await click(`earlierSetup-${run.runId}`);
  expect(await see('doneAnswer')).toBeInTheDocument();
});

describe('without a privilege', () => {
  test('the page shows the missing privilege and a request to send', async () => {
    show({ answers: {}, capabilities: { azureOpenaiSetup: { manage: false } } });
    expect(await see('noPrivilege')).toHaveTextContent('You need another privilege');
    expect(await see('privilegeRequest')).toHaveTextContent('Azure OpenAI setup: All');
    expect(page.shown.calls).toEqual([]);
  });
});
