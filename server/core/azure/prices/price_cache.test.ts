import { SetupError } from '../../../../common/problem';
import { problemOf } from '../../../../test/support/adapter_stage';
import type { ListedPrice } from '../price_list';
import { rememberPrices } from './price_cache';

const minute = 60_000;
const hour = 60 * minute;

/** A list that records its reads, and fails while `fails` is set. */
function stage() {
  const reads: string[] = [];
  const clock: { now: number; fails?: Error } = { now: 0 };
  const list = rememberPrices(
    {
      async read(meterId): Promise<ListedPrice[]> {
        reads.push(meterId);
        if (clock.fails) throw clock.fails;
        return [];
      },
    },
    () => clock.now,
  );
  return { reads, clock, list };
}

const unreachable = () => new SetupError({ code: 'azure_unreachable' });

describe('remembered prices', () => {
  it('are read again after six hours', async () => {
    const { reads, clock, list } = stage();
    await list.read('a');
    clock.now = 6 * hour - 1;
    await list.read('a');
    expect(reads).toEqual(['a']);
    clock.now = 6 * hour;
    await list.read('a');
    expect(reads).toEqual(['a', 'a']);
  });

  it('are read once for callers at the same time', async () => {
    const { reads, list } = stage();
    await Promise.all([list.read('a'), list.read('a')]);
    expect(reads).toEqual(['a']);
  });

  it('are not read again for a minute after a failure', async () => {
    const { reads, clock, list } = stage();
    clock.fails = unreachable();
    expect(await problemOf(list.read('a'))).toEqual({ code: 'azure_unreachable' });
    clock.fails = undefined;
    expect(await problemOf(list.read('a'))).toEqual({ code: 'azure_busy' });
    expect(await problemOf(list.read('b'))).toEqual({ code: 'azure_busy' });
    clock.now = minute;
    await list.read('a');
    expect(reads).toEqual(['a', 'a']);
  });

  it('do not hide a programming error', async () => {
    const { clock, list } = stage();
    clock.fails = new TypeError('wrong');
    await expect(list.read('a')).rejects.toThrow(TypeError);
    clock.fails = undefined;
    expect(await list.read('a')).toEqual([]);
  });

  it('forget the oldest of more than five hundred', async () => {
    const { reads, list } = stage();
    for (let index = 0; index <= 500; index += 1) await list.read(`meter-${index}`);
    await list.read('meter-500');
    expect(reads).toHaveLength(501);
    await list.read('meter-0');
    expect(reads).toHaveLength(502);
  });
});
