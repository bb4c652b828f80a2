import { createModelCache } from './model_cache';

describe('remembered model lists', () => {
  const minute = 60_000;

  it('are read again after ten minutes', async () => {
    let now = 0;
    let reads = 0;
    const load = async () => {
      reads += 1;
      return [];
    };
    const cache = createModelCache(() => now);
    await cache.read('a', load);
    now = 10 * minute - 1;
    await cache.read('a', load);
    expect(reads).toBe(1);
    await cache.read('b', load);
    expect(reads).toBe(2);
    now = 10 * minute;
    await cache.read('a', load);
    expect(reads).toBe(3);
  });

  it('do not remember a failure', async () => {
    const cache = createModelCache();
    await expect(cache.read('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(cache.read('a', async () => [])).resolves.toEqual([]);
  });

  it('drop the oldest of more than fifty', async () => {
    const cache = createModelCache(() => 0);
    const read: string[] = [];
    const ask = (key: string) =>
      cache.read(key, async () => {
        read.push(key);
        return [];
      });
    for (let index = 0; index <= 50; index++) await ask(`region-${index}`);
    await ask('region-50');
    expect(read).toHaveLength(51);
    await ask('region-0');
    expect(read.at(-1)).toBe('region-0');
    expect(read).toHaveLength(52);
  });
});
