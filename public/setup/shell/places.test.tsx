import { fireEvent, screen, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { Run } from '../../../common/run';
import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import {
  aBlockedRun,
  aFinishedRun,
  anUndoneRun,
  aRun,
  aRunId,
  aRunSummary,
} from '../../../test/support/builders/answers';
import { someOffers } from '../../../test/support/builders/some_offers';
import {
  click,
  fill,
  isolatedPage,
  see,
  seeEnabled,
  seeText,
  signIn,
} from '../../../test/support/page/page_driver';

const page = isolatedPage();
const { open } = page;

const request = aSetupRequest();
const screens = ['sign_in', 'plan', 'change', 'progress', 'done'] as const;
type ScreenName = (typeof screens)[number];

/** Expects exactly this screen. */
async function seeScreen(name: ScreenName): Promise<void> {
  await see(`screen-${name}`);
  for (const other of screens.filter((one) => one !== name))
    expect(screen.queryByTestId(`screen-${other}`)).not.toBeInTheDocument();
  expect(await screen.findAllByRole('heading', { level: 2 })).toHaveLength(1);
}

const plans = ['model', 'resource', 'connector', 'target', 'review', 'set_up', 'done'];

describe('an old link', () => {
  test.each<[string, ScreenName]>([
    ['connect', 'sign_in'],
    ...plans.map((step): [string, ScreenName] => [step, 'plan']),
  ])('to the step %s leads to the screen %s', async (step, name) => {
    await page.openSignedIn({}, { search: `?step=${step}` });
    await seeScreen(name);
    if (name === 'plan') expect(await seeEnabled('setUpButton')).toBeVisible();
    else expect(await see('signedInAlready')).toBeVisible();
  });

  test.each(plans)('to the step %s leads to the plan after the sign-in', async (step) => {
    open({}, { search: `?step=${step}` });
    await seeScreen('sign_in');
    await signIn();
    await seeScreen('plan');
    await seeEnabled('setUpButton');
  });

  const moving = aRun(request, 2);
  const stopped = aBlockedRun(request, 2, { code: 'azure_busy' });
  const finished = aFinishedRun(request);
  test.each<[string, Run, ScreenName]>([
    ['', moving, 'progress'],
    ['', stopped, 'progress'],
    ['', anUndoneRun(finished), 'progress'],
    ['', finished, 'done'],
    ['&step=set_up', moving, 'progress'],
    ['&step=set_up', finished, 'done'],
    ['&step=done', stopped, 'progress'],
    ['&step=done', finished, 'done'],
    ['&step=review', stopped, 'progress'],
    ['&step=connect', stopped, 'sign_in'],
  ])('to a run (%s) leads to its screen', async (rest, run, name) => {
    open({ run: () => ({ run }) }, { search: `?run=${aRunId}${rest}` });
    await waitFor(() => expect(screen.getByTestId(`screen-${name}`)).toBeInTheDocument());
    await seeScreen(name);
  });
});

describe('a reload keeps', () => {
  test('what was saved in the flyouts', async () => {
    open({ offers: () => someOffers() });
    await signIn();
    await click('throughputRowChange');
    await fill('capacityNumber', '77000');
    await click('throughputFlyoutSave');
    await click('modelRowChange');
    await click('modelUseCase-security');
    await click('modelFlyoutSave');
    await seeEnabled('setUpButton');
    page.reload();
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('throughputRowValue')).toHaveTextContent('77,000 tokens per minute');
    expect(page.shown.bodiesOf('plan').at(-1)).toMatchObject({ request: { capacity: 77 } });
    await click('modelRowChange');
    expect(await see('modelUseCase-security')).toHaveAttribute('aria-pressed', 'true');
  });

  test('what was typed in the settings, letter by letter and right or wrong', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('accountNameInput', 'contoso-openai');
    await fill('deploymentName', 'not a name!');
    await click('tagsAdd');
    await fill('tagName-1', 'costCenter');
    fireEvent.click(screen.getByRole('radio', { name: /Selected addresses/ }));
    page.reload();
    // Opens automatically for an invalid value.
    expect(await see('deploymentName')).toHaveValue('not a name!');
    expect(screen.getByTestId('deploymentName')).toBeInvalid();
    expect(screen.getByTestId('accountNameInput')).toHaveValue('contoso-openai');
    expect(screen.getByTestId('tagName-1')).toHaveValue('costCenter');
    expect(screen.getByRole('radio', { name: /Selected addresses/ })).toBeChecked();
    expect(page.shown.leave()).toBe('ask');
  });

  test('the screen, when the URL names none', async () => {
    open();
    await signIn();
    await seeEnabled('setUpButton');
    open();
    await seeScreen('plan');
    expect(page.shown.history.location.search).toBe('?step=plan');
    await click('pageStep-1');
    await seeScreen('sign_in');
    open();
    await seeScreen('sign_in');
  });
});

describe('the back button', () => {
  const go = (move: 'goBack' | 'goForward') => act(() => page.shown.history[move]());

  test('leads from the plan to the sign-in, and forward again, with what was typed', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('targetNameInput', 'My connector');
    go('goBack');
    await seeScreen('sign_in');
    expect(await see('signedInAlready')).toHaveTextContent('ada@contoso.example');
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    go('goForward');
    await seeScreen('plan');
    expect(await see('planRow-target')).toHaveTextContent('My connector');
    expect(page.shown.callsOf('signIn')).toHaveLength(1);
  });

  test('leads from a run that has started to before the plan, not to a second start', async () => {
    open({
      startRun: ({ body }) => ({ run: { ...aRun(request, 2), runId: body.runId } }),
      run: ({ params }) => ({ run: { ...aRun(request, 2), runId: params.runId } }),
    });
    await signIn();
    await click('setUpButton');
    await seeScreen('progress');
    go('goBack');
    await seeScreen('sign_in');
    go('goForward');
    await seeScreen('progress');
    expect(page.shown.callsOf('startRun')).toHaveLength(1);
  });
});

describe('a second tab', () => {
  test('opened by a link signs in by itself and has a plan of its own', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('targetNameInput', 'First tab');
    const { search } = page.shown.history.location;
    page.shown.unmount();
    // Each tab has its own session storage.
    sessionStorage.clear();
    open({}, { search });
    await signIn();
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('planRow-target')).not.toHaveTextContent('First tab');
  });

  test('that the browser duplicated is at the same place with the same values', async () => {
    open();
    await signIn();
    await click('moreSettingsButton');
    await fill('targetNameInput', 'First tab');
    const { search } = page.shown.history.location;
    const copy = { ...sessionStorage };
    page.shown.unmount();
    sessionStorage.clear();
    for (const [key, value] of Object.entries(copy)) sessionStorage.setItem(key, String(value));
    open({}, { search });
    await seeEnabled('setUpButton');
    expect(screen.getByTestId('planRow-target')).toHaveTextContent('First tab');
    expect(page.shown.callsOf('signIn')).toEqual([]);
  });

  test('lists the setup that the first one started, and follows it without a sign-in', async () => {
    const run = aRun(request, 2);
    open({ runs: () => ({ runs: [aRunSummary(run)] }), run: () => ({ run }) });
    await click(`openSetup-${run.runId}`);
    await seeScreen('progress');
    await seeText('runRow-account', 'In progress');
  });
});

test('another setup reads what Azure has now, with new names', async () => {
  const run = anUndoneRun(aFinishedRun(request));
  open({ run: () => ({ run }) });
  await signIn();
  await seeEnabled('setUpButton');
  act(() => page.shown.history.push(`/?run=${aRunId}`));
  await see('setUpAnother');
  const before = page.shown.calls.length;
  await click('setUpAnother');
  await seeEnabled('setUpButton');
  const routes = page.shown.calls.slice(before).map(({ route }) => route);
  expect(routes).toEqual(expect.arrayContaining(['recommendation', 'options', 'plan']));
});
