import { fireEvent, screen, waitFor } from '@testing-library/react';
import { aRecommendation, someOptions } from '../../../../test/support/builders/answers';
import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import { failure, type Answers } from '../../../../test/support/page/fake_http';
import {
  click,
  isolatedPage,
  see,
  seeEnabled,
  signIn,
} from '../../../../test/support/page/page_driver';
import type { Problem } from '../../../../common/problem';

const page = isolatedPage();
const { open } = page;

const { subscriptionId } = aSetupRequest();
const unregistered: Problem = { code: 'provider_not_registered', detail: { subscriptionId } };

/** A subscription without a registered provider. */
function subscription(register: () => boolean, more: Answers = {}): Answers {
  let isRegistered = false;
  return {
    recommendation: ({ body }) => {
      if (!isRegistered) throw failure(unregistered);
      return aRecommendation(body.fixed);
    },
    registerProvider: () => {
      isRegistered = register();
      return { state: isRegistered ? 'registered' : 'registering' };
    },
    ...more,
  };
}

const announcement = () => screen.getByTestId('announcement');

test('one button: it says what it does, shows that Azure works, and leads to the plan', async () => {
  let asked = 0;
  open(subscription(() => ++asked === 2));
  await signIn();
  expect(await see('problem-provider_not_registered')).toHaveTextContent(
    /az provider register .*registers it in the subscription .* It is free, and the provider stays.*register\/action/,
  );
  expect(page.shown.callsOf('registerProvider')).toEqual([]);

  await click('registerProvider');
  expect(await see('registerProviderWaiting')).toHaveTextContent(
    'usually takes less than a minute',
  );
  expect(announcement()).toHaveTextContent('Azure is registering the provider');
  expect(screen.getByTestId('registerProvider')).toBeDisabled();

  expect(await see('modelRow')).toHaveTextContent('GPT-5.2');
  expect(announcement()).toHaveTextContent('The provider is registered.');
  expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
  expect(screen.queryByTestId('problem-provider_not_registered')).not.toBeInTheDocument();
  expect(page.shown.bodiesOf('registerProvider')).toEqual(
    Array(2).fill({ session: 'sealed-session', subscriptionId }),
  );
  expect(page.shown.callsOf('recommendation')).toHaveLength(2);
  await seeEnabled('setUpButton');
});

test('a person without the permission sees the role, and can retry', async () => {
  const action = 'Microsoft.CognitiveServices/register/action';
  const scope = `/subscriptions/${subscriptionId}`;
  let hasRight = false;
  open(
    subscription(() => {
      if (!hasRight) throw failure({ code: 'authorization_failed', detail: { action, scope } });
      return true;
    }),
  );
  await signIn();
  await click('registerProvider');
  expect(await see('problem-authorization_failed')).toHaveTextContent(
    /register\/action.*owner.*az role assignment create .*--role 'Contributor'/,
  );
  expect(await see('problem-provider_not_registered')).toHaveTextContent(
    /owner or contributor of the subscription to run the command/,
  );
  hasRight = true;
  await click('registerProvider');
  await see('modelRow');
});

test('a sign-in that has ended leads to a new one', async () => {
  open(
    subscription(() => {
      throw failure({ code: 'session_expired' });
    }),
  );
  await signIn();
  await click('registerProvider');
  await click('signInAgain');
  await see('signInSubmit');
});

test('a provider that was registered by hand needs no button', async () => {
  let isRegistered = false;
  open({
    recommendation: ({ body }) => {
      if (!isRegistered) throw failure(unregistered);
      return aRecommendation(body.fixed);
    },
  });
  await signIn();
  await see('registerProvider');
  isRegistered = true;
  await click('formTryAgain');
  await see('modelRow');
  expect(page.shown.callsOf('registerProvider')).toEqual([]);
});

test('registering another subscription refreshes recommendation and options', async () => {
  const other = 'bbbbbbbb-0000-4000-8000-000000000002';
  let isRegistered = false;
  const assertRegistered = (asked: string | undefined) => {
    if (asked !== other || isRegistered) return;
    throw failure({ code: 'provider_not_registered', detail: { subscriptionId: other } });
  };
  const lab = { subscriptionId: other, displayName: 'Lab', state: 'Enabled', usable: true };
  const options = someOptions({ subscriptions: [...someOptions().subscriptions, lab] });
  open({
    options: ({ body }) => {
      assertRegistered(body.subscriptionId);
      return options;
    },
    recommendation: ({ body }) => {
      assertRegistered(body.fixed.subscriptionId);
      return aRecommendation(body.fixed);
    },
    registerProvider: () => {
      isRegistered = true;
      return { state: 'registered' };
    },
  });
  await signIn();
  await click('moreSettingsButton');
  fireEvent.change(await see('subscriptionSelect'), { target: { value: other } });
  expect(await see('registerProviderMeaning')).toHaveTextContent(other);
  await click('registerProvider');
  await waitFor(() =>
    expect(screen.queryByTestId('problem-provider_not_registered')).not.toBeInTheDocument(),
  );
  await seeEnabled('setUpButton');
  expect(page.shown.bodiesOf('plan').at(-1)).toMatchObject({
    request: { subscriptionId: other },
  });
});
