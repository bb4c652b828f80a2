import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { aSizeChange, sizes } from '../../../test/support/builders/a_size_change';
import {
  aDeviceCode,
  aFinishedRun,
  aRecommendation,
  aRunId,
  aSession,
} from '../../../test/support/builders/answers';
import { failure, type Answers } from '../../../test/support/page/fake_http';
import { click, fill, isolatedPage, see, signOut } from '../../../test/support/page/page_driver';

const { request } = aRecommendation();
const finished = aFinishedRun(request);

const page = isolatedPage();

const started = () => page.shown.bodiesOf('changeSize').filter(({ dryRun }) => !dryRun);

/** Only a fresh session reads the limits and starts a change. */
const answers: Answers = {
  run: ({ params: { runId } }) => ({
    run: runId === aRunId ? finished : aSizeChange('finished', runId),
  }),
  changeSize: ({ body: { session, changeId, capacity, dryRun } }) => {
    if (session === 'fresh-session') {
      const run = aSizeChange('finished', changeId, capacity);
      return { sizes, verdicts: [], ...(!dryRun && { run }) };
    }
    if (started().length > 0) throw failure({ code: 'session_expired' });
    return { sizes, verdicts: [] };
  },
  undoRun: ({ body: { session } }) => {
    if (session !== 'fresh-session') throw failure({ code: 'session_expired' });
    return { removals: [] };
  },
  signIn: () => aSession({ session: 'fresh-session' }),
};

/** Opens the form, in which the session is still valid. */
async function openForm(more: Answers = {}): Promise<void> {
  await page.openSignedIn({ ...answers, ...more }, { search: `?run=${aRunId}` });
  await click('changeSize');
}

/** Submits the form, which then asks for a sign-in. */
async function submit(more: Answers = {}): Promise<void> {
  await openForm(more);
  await fill('changeSizeNumber', '200000');
  await click('changeSizeConfirm');
  await see('problem-session_expired');
}

const goBack = () => act(() => page.shown.history.goBack());
const goForward = () => act(() => page.shown.history.goForward());

/** Expects the open form, and that nothing was started after the refused attempt. */
async function expectNothingStarted(): Promise<void> {
  await see('changeSizeNumber');
  await waitFor(() => expect(screen.queryByTestId('signInAgain')).not.toBeInTheDocument());
  expect(started().filter(({ session }) => session === 'fresh-session')).toEqual([]);
}

describe('the form that asks for a sign-in when it is submitted', () => {
  it('stays visible with its value', async () => {
    await submit();
    expect(await see('signInAgain')).toBeInTheDocument();
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
  });

  it('starts the change after the sign-in', async () => {
    await submit();
    await click('signInAgain');
    await click('signInSubmit');
    expect(await see('changeSizeDone')).toHaveTextContent('200,000 tokens per minute');
    const [first, last, ...others] = started();
    expect(last).toEqual({ ...first, session: 'fresh-session' });
    expect(others).toEqual([]);
    expect(await see('changeSize')).toHaveFocus();
  });

  it('starts the change when the page was reloaded during the sign-in', async () => {
    await submit();
    await click('signInAgain');
    await see('signInSubmit');
    const [first] = started();
    page.reload();
    await click('signInSubmit');
    expect(await see('changeSizeDone')).toHaveTextContent('200,000 tokens per minute');
    expect(started()).toEqual([{ ...first, session: 'fresh-session' }]);
  });

  it('keeps its value and says why when the change is refused after the sign-in', async () => {
    await submit({
      changeSize: ({ body: { session, dryRun } }) => {
        if (dryRun) return { sizes, verdicts: [] };
        if (session !== 'fresh-session') throw failure({ code: 'session_expired' });
        throw failure({ code: 'ownership_tag_missing', detail: { name: 'gpt-5.2' } });
      },
    });
    await click('signInAgain');
    await click('signInSubmit');
    expect(await see('problem-ownership_tag_missing')).toBeInTheDocument();
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
  });
});

describe('the form starts nothing after the sign-in', () => {
  it('when the person went back first', async () => {
    await submit();
    await click('signInAgain');
    await see('signInSubmit');
    goBack();
    await click('signInAgain');
    await click('signInSubmit');
    await expectNothingStarted();
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
  });

  it('when the person went back and forward', async () => {
    await submit();
    await click('signInAgain');
    await see('signInSubmit');
    goBack();
    await see('signInAgain');
    goForward();
    await click('signInSubmit');
    await expectNothingStarted();
  });

  it('when the person canceled the device code', async () => {
    let isCodeNext = true;
    await submit({
      signIn: () => (isCodeNext ? aDeviceCode() : aSession({ session: 'fresh-session' })),
    });
    await click('signInAgain');
    await click('signInSubmit');
    await click('deviceCodeCancel');
    isCodeNext = false;
    await click('signInSubmit');
    await expectNothingStarted();
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
  });

  it('when the person signed out', async () => {
    await submit();
    await signOut();
    await click('changeSize');
    await click('signInAgain');
    await click('signInSubmit');
    await expectNothingStarted();
    expect(await see('changeSizeNumber')).toHaveValue(100_000);
  });

  it('when the person changed the value after the refusal', async () => {
    await submit();
    await fill('changeSizeNumber', '150000');
    await click('changeSizeConfirm');
    await fill('changeSizeNumber', '160000');
    await click('signInAgain');
    await click('signInSubmit');
    await expectNothingStarted();
    expect(await see('changeSizeNumber')).toHaveValue(160_000);
  });

  it('when the deletion of the setup asked for it', async () => {
    await submit();
    await click('removeAll');
    const dialog = within(await see('undoModal'));
    fireEvent.click(await dialog.findByTestId('signInAgain'));
    await click('signInSubmit');
    await click('undoCancel');
    await expectNothingStarted();
  });

  it('when the form had no session to open with', async () => {
    page.open(answers, { search: `?run=${aRunId}` });
    await click('changeSize');
    await click('signInAgain');
    await click('signInSubmit');
    expect(await see('changeSizeNumber')).toHaveValue(100_000);
    expect(await see('changeSizeNumber')).toHaveFocus();
    await expectNothingStarted();
  });

  it('when a warning offered it', async () => {
    const problem = { code: 'sign_in_without_second_factor', detail: { claims: '{}' } } as const;
    await openForm({
      changeSize: () => ({ sizes, verdicts: [{ check: 'signed_in', status: 'warn', problem }] }),
    });
    await fill('changeSizeNumber', '200000');
    expect(await see('signInAgain')).toHaveTextContent('Sign in again with a second factor');
    await click('signInAgain');
    await click('signInSubmit');
    expect(await see('changeSizeNumber')).toHaveValue(200_000);
    expect(started()).toEqual([]);
  });
});

test('the form is closed by Cancel, and opens with the present throughput again', async () => {
  await openForm();
  await fill('changeSizeNumber', '200000');
  await click('changeSizeCancel');
  await click('changeSize');
  expect(await see('changeSizeNumber')).toHaveValue(100_000);
});
