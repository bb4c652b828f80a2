import { renderHook, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { problemWith, SetupError, type ProblemCode } from '../../common/problem';
import type { Options } from '../../common/options';
import type { RunAnswer } from '../../common/routes';
import type { Run } from '../../common/run';
import {
  aDeviceCode,
  aFinishedRun,
  aPlan,
  aRecommendation,
  aRun,
  aRunId,
  aSession,
  someOptions,
} from '../../test/support/builders/answers';
import { failure } from '../../test/support/page/fake_http';
import { pass, queryWrapper } from '../../test/support/page/query_wrapper';
import { forgetOthers, forgetRoute, forgetSession } from './query_client';
import { usePollSignIn } from './poll_sign_in';
import { runKey, runRefetchInterval, useOptions, usePlan, useRun } from './queries';
import { useUndoRun } from './mutations';

const { request } = aRecommendation();
const otherRunId = '7d3a2b10-0000-4000-8000-00000000000b';
const runOf = (runId: string): Run => ({ ...aFinishedRun(request), runId });
const session = aSession();

/** Pending reads of a run, in order, which the test resolves. */
function openReads() {
  const open: Array<{ answer(run: Run): void; fail(error: Error): void }> = [];
  const run = () =>
    new Promise<RunAnswer>((answer, fail) => {
      open.push({ answer: (found) => answer({ run: found }), fail });
    });
  const { wrapper, client, calls } = queryWrapper({
    run,
    undoRun: () => ({
      removals: [],
      run: { ...aFinishedRun(request), runId: aRunId, status: 'undone' },
    }),
  });
  const initialProps: { runId?: string } = { runId: aRunId };
  const hook = renderHook(({ runId }) => ({ ...useRun(runId), undo: useUndoRun() }), {
    wrapper,
    initialProps,
  });
  return { ...hook, open, client, calls };
}

const settle = (happen: () => void) =>
  act(async () => {
    happen();
    await new Promise((resolve) => setTimeout(resolve));
  });

test('an answer that arrives after the run has changed is not shown', async () => {
  const { open, result, rerender } = openReads();
  await waitFor(() => expect(open.length).toBeGreaterThan(0));
  const first = open.length;
  rerender({ runId: otherRunId });
  await waitFor(() => expect(open).toHaveLength(first + 1));
  await settle(() => open[first]?.answer(runOf(otherRunId)));
  await waitFor(() => expect(result.current.data?.run.runId).toBe(otherRunId));
  await settle(() => open[first - 1]?.answer(runOf(aRunId)));
  expect(result.current.data?.run.runId).toBe(otherRunId);
  rerender({ runId: aRunId });
  expect(result.current.data).toBeUndefined();
  expect(result.current.isFetching).toBe(true);
});

test('the answer of a mutation replaces a read that began before', async () => {
  const { open, result } = openReads();
  await waitFor(() => expect(open.length).toBeGreaterThan(0));
  await settle(() =>
    result.current.undo.mutate(() => ({
      params: { runId: aRunId },
      body: { session: 'sealed', dryRun: false },
    })),
  );
  await waitFor(() => expect(result.current.data?.run.status).toBe('undone'));
  expect(result.current.isFetching).toBe(false);
  await settle(() => open.forEach(({ answer }) => answer(runOf(aRunId))));
  expect(result.current.data?.run.status).toBe('undone');
});

test('a failure keeps the last answer, and reading again clears it', async () => {
  const { open, result } = openReads();
  await waitFor(() => expect(open.length).toBeGreaterThan(0));
  await settle(() => open.at(-1)?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.data).toBeDefined());
  const { data } = result.current;
  act(() => void result.current.refetch());
  await settle(() => open.at(-1)?.fail(failure({ code: 'azure_busy' })));
  await waitFor(() => expect(result.current.error).toMatchObject({ name: 'SetupError' }));
  expect(result.current.data).toBe(data);
  act(() => void result.current.refetch());
  await settle(() => open.at(-1)?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.error).toBeNull());
  // An equal response keeps the same object, so nothing renders again.
  expect(result.current.data).toBe(data);
});

test('a run is read again, one read at a time, often until it no longer moves', async () => {
  jest.useFakeTimers();
  const runs: Run[] = [aRun(request, 1), aRun(request, 2), runOf(aRunId)];
  const { wrapper, calls } = queryWrapper({ run: () => ({ run: runs.shift() ?? runOf('none') }) });
  const { result } = renderHook(() => useRun(aRunId), { wrapper });
  await pass(10);
  const before = calls.length;
  await pass(1_900);
  expect(calls).toHaveLength(before);
  await pass(5_000);
  expect(result.current.data?.run.status).toBe('finished');
  expect(runs).toEqual([]);
  await pass(20_000);
  expect(calls).toHaveLength(3);
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  await pass(600_000);
  // The interval that was running when the page was hidden.
  expect(calls.length).toBeLessThanOrEqual(4);
  Reflect.deleteProperty(document, 'visibilityState');
  const hidden = calls.length;
  await act(async () => {
    window.dispatchEvent(new Event('visibilitychange'));
  });
  await pass(10);
  expect(calls).toHaveLength(hidden + 1);
  await pass(60_000);
  jest.useRealTimers();
  expect(calls.length).toBeGreaterThan(hidden + 1);
});

describe('options', () => {
  const input = { kind: 'OpenAI' } as const;

  function watchOptions() {
    const answers: Array<() => Options> = [];
    const { wrapper, client, calls } = queryWrapper({
      options: () => answers.shift()?.() ?? someOptions(),
    });
    const initialProps: { who: typeof session; location: string } = {
      who: session,
      location: 'eastus2',
    };
    const hook = renderHook(({ who, location }) => useOptions(who, { ...input, location }), {
      wrapper,
      initialProps,
    });
    return { ...hook, answers, client, calls, initialProps };
  }

  test('stay while new ones are read, and say so; a failure drops them', async () => {
    const { result, rerender, answers, initialProps } = watchOptions();
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    answers.push(() => {
      throw failure({ code: 'azure_busy' });
    });
    rerender({ ...initialProps, location: 'westus3' });
    expect(result.current).toMatchObject({ isPlaceholderData: true, isFetching: true });
    expect(result.current.data).toEqual(someOptions());
    await waitFor(() => expect(result.current.error).not.toBeNull());
    expect(result.current.data).toBeUndefined();
  });

  test('of one person are never shown to another', async () => {
    const { result, rerender, initialProps } = watchOptions();
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    rerender({ ...initialProps, who: aSession({ who: 'grace@contoso.example' }) });
    expect(result.current.data).toBeUndefined();
  });

  test('are read once, also with a new session of the same person; forgotten, they are read again', async () => {
    const { result, rerender, client, calls, initialProps } = watchOptions();
    await waitFor(() => expect(result.current.isSuccess).toBe(true));
    const read = calls.length;
    rerender({ ...initialProps, who: aSession({ session: 'another' }) });
    expect(result.current.isPlaceholderData).toBe(false);
    expect(calls).toHaveLength(read);
    act(() => forgetRoute(client, 'options'));
    rerender(initialProps);
    await waitFor(() => expect(calls).toHaveLength(read + 1));
  });
});

test('a dry run is forgotten with the review', async () => {
  const { wrapper, client } = queryWrapper({ plan: ({ body }) => aPlan(body.request) });
  const hook = renderHook(() => usePlan(session, { request }), { wrapper });
  await waitFor(() => expect(hook.result.current.data).toBeDefined());
  hook.unmount();
  await waitFor(() => expect(client.getQueryCache().getAll()).toEqual([]));
});

test('the data of a session is removed when the session ends or someone else signs in', () => {
  const { client } = queryWrapper({});
  const person = '["public","tenant","ada"]';
  const keys = [
    ['azure', person, 'options', {}],
    ['azure', person, 'recommendation', {}],
    runKey(aRunId),
  ];
  const kept = () =>
    client
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey);
  for (const key of keys) client.setQueryData(key, {});
  forgetSession(client);
  expect(kept()).toEqual(keys.slice(1));
  forgetOthers(client, aSession({ tenantId: 'tenant', who: 'ada' }));
  expect(kept()).toEqual(keys.slice(1));
  forgetOthers(client, aSession({ tenantId: 'tenant', who: 'grace' }));
  expect(kept()).toEqual([runKey(aRunId)]);
});

describe('the polling of a run', () => {
  const after = (code: ProblemCode) =>
    runRefetchInterval({
      data: { run: aRun(request, 1) },
      error: new SetupError(problemWith(code)),
      fetchStatus: 'idle',
    });

  it.each(['run_not_found', 'setup_privilege_missing'] as const)('ends after %s', (code) => {
    expect(after(code)).toBe(false);
  });

  it.each(['kibana_unreachable', 'too_many_requests', 'unexpected'] as const)(
    'continues after %s',
    (code) => {
      expect(after(code)).toBeGreaterThan(0);
    },
  );
});

test('a code is polled in the background, after its interval, until the person is signed in', async () => {
  jest.useFakeTimers();
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
  const answers = [
    () => ({ status: 'pending', interval: 7 }) as const,
    () => {
      throw failure({ code: 'azure_busy' });
    },
    () => session,
  ];
  const { wrapper, client, calls } = queryWrapper({
    pollSignIn: () => answers.shift()?.() ?? session,
  });
  const onSignedIn = jest.fn();
  const code = aDeviceCode({ interval: 5 });
  const { result } = renderHook(() => usePollSignIn(code, onSignedIn), { wrapper });
  await pass(4_900);
  expect(calls).toHaveLength(0);
  await pass(200);
  expect(calls).toHaveLength(1);
  await pass(6_800);
  expect(calls).toHaveLength(1);
  await pass(300);
  expect(calls).toHaveLength(2);
  expect(result.current.problem).toBeUndefined();
  await pass(60_000);
  jest.useRealTimers();
  Reflect.deleteProperty(document, 'visibilityState');
  expect(calls).toHaveLength(3);
  expect(onSignedIn.mock.calls).toEqual([[session]]);
  expect(
    JSON.stringify(
      client
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
    ),
  ).not.toContain(session.session);
});
