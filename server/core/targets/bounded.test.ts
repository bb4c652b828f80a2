import { bounded } from './bounded';

const never = () => new Promise<never>(() => {});

describe('bounded', () => {
  it('gives the result of a call that answers, and reports its failure', async () => {
    expect(await bounded(async () => 'done')).toBe('done');
    await expect(bounded(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });

  it('ends a call that never answers, and tells it so', async () => {
    let seen: AbortSignal | undefined;
    const call = bounded(
      (signal) => {
        seen = signal;
        return never();
      },
      { timeoutMs: 1_500 / 1_000 },
    );
    await expect(call).rejects.toMatchObject({
      problem: { code: 'connector_slow', detail: { seconds: 1 } },
    });
    expect(seen?.aborted).toBe(true);
  });

  it('ends when the caller aborts, and does not start after that', async () => {
    const controller = new AbortController();
    const call = bounded(never, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ problem: { code: 'connector_slow' } });
    const second = jest.fn(never);
    await expect(bounded(second, { signal: controller.signal })).rejects.toMatchObject({
      problem: { code: 'connector_slow' },
    });
    expect(second).not.toHaveBeenCalled();
  });

  it('discards a result that comes too late', async () => {
    let answer = (_value: string) => {};
    const late = new Promise<string>((resolve) => (answer = resolve));
    const discarded: string[] = [];
    const call = bounded(
      () => late,
      { timeoutMs: 1 },
      (value) => discarded.push(value),
    );
    await expect(call).rejects.toMatchObject({ problem: { code: 'connector_slow' } });
    answer('a stream');
    await late;
    expect(discarded).toEqual(['a stream']);
  });
});
