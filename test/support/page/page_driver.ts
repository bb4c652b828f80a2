import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anEnvironment, aPlan, aRecommendation, aSession, someOptions } from '../builders/answers';
import { showApplication, type Setting, type Shown } from './fake_core';
import { failure, type Answers } from './fake_http';

// jsdom has no layout: whether something covers a button cannot be told there.
const user = userEvent.setup({ pointerEventsCheck: 0 });

export const see = (testSubj: string) => screen.findByTestId(testSubj);

/** Waits for the text, where an earlier one can still be shown. */
export const seeText = (testSubj: string, text: string | RegExp): Promise<void> =>
  waitFor(() => expect(screen.getByTestId(testSubj)).toHaveTextContent(text));

/** Waits until the button is enabled; a disabled one stays focusable, with `aria-disabled`. */
export const seeEnabled = async (testSubj: string): Promise<HTMLElement> => {
  await waitFor(() => {
    expect(screen.getByTestId(testSubj)).toBeEnabled();
    expect(screen.getByTestId(testSubj)).not.toHaveAttribute('aria-disabled', 'true');
  });
  return screen.getByTestId(testSubj);
};

/** A click on a disabled button would do nothing: waits until it is enabled. */
export const click = async (testSubj: string) => user.click(await seeEnabled(testSubj));

/** Clicks a button that is disabled, for tests that nothing happens. */
export const clickDisabled = async (testSubj: string) => {
  await waitFor(() =>
    expect(screen.getByTestId(testSubj)).toHaveAttribute('aria-disabled', 'true'),
  );
  await user.click(screen.getByTestId(testSubj));
};

/** Expects a disabled button with the given reason. */
export const seeObstacle = async (testSubj: string, reason: string | RegExp): Promise<void> => {
  await waitFor(() => expect(screen.getByTestId('obstacle')).toHaveTextContent(reason));
  const button = screen.getByTestId(testSubj);
  expect(button).toHaveAttribute('aria-disabled', 'true');
  expect(button).toHaveAccessibleDescription(reason);
};

export async function fill(testSubj: string, text: string): Promise<void> {
  await user.clear(await see(testSubj));
  if (text) await user.paste(text);
}

/** The account menu's last entry. */
export const signOut = async () => {
  await click('signedInAs');
  await click('signOut');
};

export const leaveField = () => user.tab();

export const signIn = () => click('signInSubmit');

/** Before and after the sign-in, over an empty subscription. */
export const usualAnswers = (more: Answers = {}): Answers => ({
  environment: () => anEnvironment(),
  runs: () => ({ runs: [] }),
  signIn: () => aSession(),
  options: () => someOptions(),
  recommendation: ({ body }) => aRecommendation(body.fixed),
  prices: () => ({}),
  plan: ({ body }) => aPlan(body.request),
  run: ({ params: { runId } }) => {
    throw failure({ code: 'run_not_found', detail: { runId } });
  },
  ...more,
});

/** The content of session storage, as text. */
export const stored = (): string =>
  Object.values({ ...sessionStorage, ...localStorage }).join('\n');

/** The page, rendered by each test. */
interface IsolatedPage {
  /** The page that the test has shown last. */
  readonly shown: Shown;
  show(this: void, setting: Setting): Shown;
  /** The same with the usual answers, and these. */
  open(this: void, answers?: Answers, setting?: Omit<Setting, 'answers'>): Shown;
  /** The same for a person who has signed in to this tab before. */
  openSignedIn(this: void, answers?: Answers, setting?: Omit<Setting, 'answers'>): Promise<Shown>;
  /** The same tab, loaded again; the answers stay unless others are given. */
  reload(this: void, setting?: Partial<Setting>): Shown;
}

/** Each test starts with an empty session storage. At its end every request was expected, and the page goes away. */
export function isolatedPage(): IsolatedPage {
  let last: Shown | undefined;
  let setting: Setting = { answers: {} };
  const shown = () => {
    if (!last) throw new Error('The test has shown no page.');
    return last;
  };
  const show = (next: Setting) => {
    last?.unmount();
    setting = next;
    return (last = showApplication(next));
  };
  const open: IsolatedPage['open'] = (answers, more) =>
    show({ answers: usualAnswers(answers), ...more });
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    expect(last?.unexpected ?? []).toEqual([]);
    last?.unmount();
    last = undefined;
  });
  return {
    get shown() {
      return shown();
    },
    show,
    open,
    openSignedIn: async (answers, more) => {
      open();
      await signIn();
      await seeEnabled('setUpButton');
      return open(answers, more);
    },
    reload: (change) => show({ ...setting, search: shown().history.location.search, ...change }),
  };
}
