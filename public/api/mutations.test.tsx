import { renderHook, waitFor } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import type { RunAnswer } from '../../common/routes';
import { aRecommendation, aRun } from '../../test/support/builders/answers';
import { failure } from '../../test/support/page/fake_http';
import { mutationsIn, queryWrapper } from '../../test/support/page/query_wrapper';
import { useStartRun } from './mutations';
import { runKey } from './queries';

const { request } = aRecommendation();
const { runId, ...run } = aRun(request, 0);
const otherRunId = '7d3a2b10-0000-4000-8000-00000000000b';

/** Starts that wait until the test ends them. */
function starts() {
  const begun: Array<() => void> = [];
  const fail: Array<() => void> = [];
  const { wrapper, client, calls } = queryWrapper({
    startRun: ({ body }) =>
      new Promise<RunAnswer>((end, refuse) => {
        begun.push(() => end({ run: { ...run, runId: body.runId } }));
        fail.push(() => refuse(failure({ code: 'azure_busy' })));
      }),
  });
  const hook = renderHook(useStartRun, { wrapper });
  const seen: string[] = [];
  const begin = (id = runId) =>
    act(async () =>
      hook.result.current.mutate(
        () => ({ body: { session: 'sealed-session', runId: id, request } }),
        { onSuccess: (answer) => seen.push(answer.run.runId) },
      ),
    );
  const end = (at: number) => act(async () => begun[at]?.());
  const shown = (id = runId) => client.getQueryData(runKey(id)) !== undefined;
  return { ...hook, begin, end, fail, seen, shown, client, calls };
}

test('a mutation reports its progress and result, and its input is in no cache', async () => {
  const { result, begin, end, seen, client } = starts();
  await begin();
  await waitFor(() => expect(result.current.isPending).toBe(true));
  expect(mutationsIn(client)).not.toContain('sealed-session');
  await end(0);
  await waitFor(() => expect(result.current.isPending).toBe(false));
  expect(result.current.data?.run.runId).toBe(runId);
  expect(seen).toEqual([runId]);
  expect(mutationsIn(client)).not.toContain('sealed-session');
});

test('a mutation that failed is not sent again', async () => {
  const { result, begin, fail, calls } = starts();
  await begin();
  await act(async () => fail[0]?.());
  await waitFor(() => expect(result.current.isError).toBe(true));
  expect(calls).toHaveLength(1);
});

test('the later of two mutations wins, whichever ends first', async () => {
  const { result, begin, end, seen, shown } = starts();
  await begin();
  await begin(otherRunId);
  await end(1);
  await end(0);
  await waitFor(() => expect(shown()).toBe(true));
  expect(result.current.data?.run.runId).toBe(otherRunId);
  expect(seen).toEqual([otherRunId]);
  expect(shown(otherRunId)).toBe(true);
});

test('after a reset, or without the component, the run is in the cache and nothing else happens', async () => {
  const { result, begin, end, seen, shown, unmount } = starts();
  await begin();
  act(() => result.current.reset());
  await end(0);
  await waitFor(() => expect(shown()).toBe(true));
  expect(result.current.data).toBeUndefined();
  await begin(otherRunId);
  unmount();
  await end(1);
  await waitFor(() => expect(shown(otherRunId)).toBe(true));
  expect(seen).toEqual([]);
});
