import { renderHook } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { pass, queryWrapper } from '../../test/support/page/query_wrapper';
import { failure } from '../../test/support/page/fake_http';
import { aSetupRequest } from '../../test/support/builders/a_setup_request';
import type { Registration } from '../../common/routes';
import { problemOf } from './http_problem';
import { useRegisterProvider } from './mutations';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const registering: Registration = { state: 'registering' };
const registered: Registration = { state: 'registered' };

/** Clicks the button; `answer` gets the number of the call. */
async function press(answer: (call: number) => Registration) {
  let count = 0;
  const { wrapper, calls } = queryWrapper({ registerProvider: () => answer(++count) });
  const hook = renderHook(useRegisterProvider, { wrapper });
  const done = jest.fn();
  const { subscriptionId } = aSetupRequest();
  act(() =>
    hook.result.current.mutate(() => ({ body: { session: 'sealed', subscriptionId } }), {
      onSuccess: done,
    }),
  );
  await pass(0);
  return { ...hook, calls, done };
}

test('polls two seconds after each response until Azure is done', async () => {
  const { result, calls, done } = await press((call) => (call < 3 ? registering : registered));
  expect(result.current.isPending).toBe(true);
  await pass(1_999);
  expect(calls).toHaveLength(1);
  await pass(60_000);
  expect(calls).toHaveLength(3);
  expect(done).toHaveBeenCalledTimes(1);
  expect(result.current.isPending).toBe(false);
});

test('a temporary failure of one read changes nothing', async () => {
  const { calls, done } = await press((call) => {
    if (call === 2) throw failure({ code: 'azure_throttled' });
    return call < 4 ? registering : registered;
  });
  await pass(60_000);
  expect(calls).toHaveLength(4);
  expect(done).toHaveBeenCalledTimes(1);
});

test.each(['authorization_failed', 'azure_throttled'] as const)(
  '%s at the first read is a failure',
  async (code) => {
    const { result, calls, done } = await press(() => {
      throw failure({ code });
    });
    await pass(60_000);
    expect(problemOf(result.current.error)).toEqual({ code });
    expect(calls).toHaveLength(1);
    expect(done).not.toHaveBeenCalled();
  },
);

test('a sign-in that ends meanwhile stops the polling', async () => {
  const { result, calls } = await press((call) => {
    if (call === 2) throw failure({ code: 'session_expired' });
    return registering;
  });
  await pass(60_000);
  expect(problemOf(result.current.error)).toEqual({ code: 'session_expired' });
  expect(calls).toHaveLength(2);
});

test('the polling ends after five minutes', async () => {
  const { result, calls, done } = await press(() => registering);
  await pass(4 * 60_000);
  expect(result.current.isPending).toBe(true);
  await pass(2 * 60_000);
  expect(problemOf(result.current.error)).toEqual({
    code: 'operation_slow',
    detail: { minutes: 5 },
  });
  const asked = calls.length;
  await pass(60_000);
  expect(calls).toHaveLength(asked);
  expect(done).not.toHaveBeenCalled();
});

test('polling stops when the page is closed', async () => {
  const { calls, done, unmount } = await press(() => registering);
  unmount();
  await pass(60_000);
  expect(calls).toHaveLength(1);
  expect(done).not.toHaveBeenCalled();
});
