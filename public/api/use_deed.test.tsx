import { renderHook } from '@testing-library/react';
import { act } from 'react-dom/test-utils';
import { useDeed } from './use_deed';

/** Deeds that wait until the test ends them. */
function deeds() {
  const begun: Array<(answer: string) => void> = [];
  const done: string[] = [];
  const seen: string[] = [];
  const hook = renderHook(() =>
    useDeed(
      (_secret: string) => new Promise<string>((end) => begun.push(end)),
      (answer) => done.push(answer),
    ),
  );
  const begin = () =>
    act(() => hook.result.current.mutate('s3cret', { onSuccess: (answer) => seen.push(answer) }));
  const end = (at: number, answer: string) => act(async () => begun[at]?.(answer));
  return { ...hook, begin, end, done, seen };
}

test('says what is under way and what came of it, and keeps nothing of what was sent', async () => {
  const { result, begin, end, seen } = deeds();
  begin();
  expect(result.current.isPending).toBe(true);
  expect(JSON.stringify(result.current)).not.toContain('s3cret');
  await end(0, 'one');
  expect(result.current).toMatchObject({ isPending: false, data: 'one' });
  expect(seen).toEqual(['one']);
});

test('the later deed counts, whichever ends first', async () => {
  const { result, begin, end, done, seen } = deeds();
  begin();
  begin();
  await end(1, 'two');
  await end(0, 'one');
  expect(result.current.data).toBe('two');
  expect(seen).toEqual(['two']);
  expect(done).toEqual(['two', 'one']);
});

test('after a reset, or without the component, only what everybody needs is done', async () => {
  const { result, begin, end, done, seen, unmount } = deeds();
  begin();
  act(() => result.current.reset());
  await end(0, 'one');
  expect(result.current).not.toHaveProperty('data');
  begin();
  unmount();
  await end(1, 'two');
  expect(seen).toEqual([]);
  expect(done).toEqual(['one', 'two']);
});
