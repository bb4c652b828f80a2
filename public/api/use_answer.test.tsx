import { renderHook, waitFor } from '@testing-library/react';
import { StrictMode, type ReactNode } from 'react';
import { act } from 'react-dom/test-utils';
import { aRecommendation, aFinishedRun, aRun, aRunId } from '../../test/support/builders';
import { coreWith } from '../../test/support/fake_core';
import { failure, type Answers as Replies } from '../../test/support/fake_http';
import type { RunAnswer } from '../../common/routes';
import type { Run } from '../../common/run';
import { AnswersProvider, createAnswers, useAnswers } from './answers';
import { CoreProvider } from './core_context';
import { useAnswer } from './use_answer';

const { request } = aRecommendation();
const otherRunId = '7d3a2b10-0000-4000-8000-00000000000b';
const runOf = (runId: string) => ({ ...aRun(request, 1), runId });

/** Calls that wait until the test answers them, in the order in which they came. */
function openCalls() {
  const open: Array<{ runId: string; answer(run: Run): void; fail(error: Error): void }> = [];
  const run = ({ params: { runId } }: { params: { runId: string } }) =>
    new Promise<RunAnswer>((answer, fail) => {
      open.push({ runId, answer: (found) => answer({ run: found }), fail });
    });
  return { open, run };
}

type Manner = NonNullable<Parameters<typeof useAnswer<'run'>>[2]>;

function watch(replies: Replies, manner: Manner = {}, strict = false) {
  const { core, calls } = coreWith(replies);
  const answers = createAnswers();
  const wrapper = ({ children }: { children: ReactNode }) => {
    const page = (
      <CoreProvider value={core}>
        <AnswersProvider value={answers}>{children}</AnswersProvider>
      </CoreProvider>
    );
    return strict ? <StrictMode>{page}</StrictMode> : page;
  };
  const initialProps: { runId?: string } = { runId: aRunId };
  const hook = renderHook(
    ({ runId }: typeof initialProps) => {
      const question = runId ? { key: runId, input: { params: { runId } } } : undefined;
      return { ...useAnswer('run', question, manner), answers: useAnswers() };
    },
    { wrapper, initialProps },
  );
  return { ...hook, calls };
}

const settle = (happen: () => void) =>
  act(async () => {
    happen();
    await Promise.resolve();
  });

test('an answer that arrives after the question has changed is not shown', async () => {
  const { open, run } = openCalls();
  const { result, rerender } = watch({ run });
  await waitFor(() => expect(open).toHaveLength(1));
  rerender({ runId: otherRunId });
  await waitFor(() => expect(open).toHaveLength(2));
  await settle(() => open[1]?.answer(runOf(otherRunId)));
  await waitFor(() => expect(result.current.data?.run.runId).toBe(otherRunId));
  await settle(() => open[0]?.answer(runOf(aRunId)));
  expect(result.current.data?.run.runId).toBe(otherRunId);
  rerender({ runId: aRunId });
  expect(result.current.data).toBeUndefined();
  expect(result.current.isFetching).toBe(true);
});

test('the former answer stays while a new one is on its way, and says so', async () => {
  const { open, run } = openCalls();
  const { result, rerender } = watch({ run }, { keepFormer: true });
  await waitFor(() => expect(open).toHaveLength(1));
  await settle(() => open[0]?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.isFormer).toBe(false));
  rerender({ runId: otherRunId });
  expect(result.current).toMatchObject({ isFormer: true, isFetching: true });
  expect(result.current.data?.run.runId).toBe(aRunId);
  await waitFor(() => expect(open).toHaveLength(2));
  await settle(() => open[1]?.fail(failure({ code: 'azure_busy' })));
  await waitFor(() => expect(result.current.error).toBeDefined());
  expect(result.current.data).toBeUndefined();
});

test('what another route answered counts more than a call that began before', async () => {
  const { open, run } = openCalls();
  const { result } = watch({ run });
  await waitFor(() => expect(open).toHaveLength(1));
  const newer: Run = { ...runOf(aRunId), status: 'undoing' };
  act(() => result.current.answers.question('run', aRunId, false).put({ run: newer }));
  expect(result.current).toMatchObject({ data: { run: newer }, isFetching: false });
  await settle(() => open[0]?.answer(runOf(aRunId)));
  expect(result.current.data?.run.status).toBe('undoing');
});

test('a failure keeps the last answer, and asking again clears it', async () => {
  const { open, run } = openCalls();
  const { result } = watch({ run });
  await waitFor(() => expect(open).toHaveLength(1));
  await settle(() => open[0]?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.data).toBeDefined());
  const { data } = result.current;
  act(() => result.current.refetch());
  await settle(() => open[1]?.fail(failure({ code: 'azure_busy' })));
  await waitFor(() => expect(result.current.error).toMatchObject({ name: 'SetupError' }));
  expect(result.current.data).toBe(data);
  act(() => result.current.refetch());
  await settle(() => open[2]?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.error).toBeUndefined());
  // The same answer is the same object: nothing is drawn or done anew because of it.
  expect(result.current.data).toBe(data);
});

test('asks again as long as the answer says so, one call at a time', async () => {
  const runs: Run[] = [runOf(aRunId), runOf(aRunId), aFinishedRun(request)];
  const { result, calls } = watch(
    { run: () => ({ run: runs.shift() ?? runOf(aRunId) }) },
    { againAfter: ({ data }) => (data?.run.status === 'running' ? 1 : undefined) },
  );
  await waitFor(() => expect(result.current.data?.run.status).toBe('finished'));
  expect(calls).toHaveLength(3);
});

test('nobody looks any more: what was brief, or failed, is asked anew', async () => {
  const { open, run } = openCalls();
  const { result, rerender } = watch({ run }, { freshMs: Infinity, brief: true });
  await waitFor(() => expect(open).toHaveLength(1));
  await settle(() => open[0]?.answer(runOf(aRunId)));
  await waitFor(() => expect(result.current.data).toBeDefined());
  rerender({});
  expect(result.current).toMatchObject({ isFetching: false, isFormer: true });
  rerender({ runId: aRunId });
  expect(result.current.data).toBeUndefined();
  await waitFor(() => expect(open).toHaveLength(2));
});

test('a fresh answer is not asked for again, a forgotten one is', async () => {
  const { result, rerender, calls } = watch(
    { run: ({ params: { runId } }) => ({ run: runOf(runId) }) },
    { freshMs: Infinity },
  );
  await waitFor(() => expect(result.current.data).toBeDefined());
  rerender({});
  rerender({ runId: aRunId });
  expect(result.current.data).toBeDefined();
  expect(calls).toHaveLength(1);
  act(() => result.current.answers.forget('run'));
  rerender({ runId: aRunId });
  await waitFor(() => expect(calls).toHaveLength(2));
});

test('effects that React runs twice do not lose the answer', async () => {
  const { result } = watch({ run: ({ params: { runId } }) => ({ run: runOf(runId) }) }, {}, true);
  await waitFor(() => expect(result.current.data?.run.runId).toBe(aRunId));
  expect(result.current.isFetching).toBe(false);
});
