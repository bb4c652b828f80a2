import { SetupError } from '../../common/problem';
import { lookAtEach } from './bounded_reads';

describe('lookAtEach', () => {
  it('reads with limited concurrency and returns results in order', async () => {
    let looking = 0;
    let most = 0;
    const places = Array.from({ length: 30 }, (_, index) => index);
    const looks = await lookAtEach(
      places,
      async (place) => {
        looking += 1;
        most = Math.max(most, looking);
        // Later items are faster.
        for (let turn = place; turn < 30; turn += 1) await Promise.resolve();
        looking -= 1;
        return place * 2;
      },
      { atOnce: 4, deadlineMs: 60_000 },
    );
    expect(looks).toEqual(places.map((place) => ({ place, found: place * 2 })));
    expect(most).toBe(4);
  });

  it('returns problems by item, and throws programming errors', async () => {
    const look = async (place: string) => {
      if (place === 'b') throw new SetupError({ code: 'azure_busy' });
      if (place === 'd') throw new TypeError('a mistake');
      return place;
    };
    const bounds = { atOnce: 1, deadlineMs: 60_000 };
    expect(await lookAtEach(['a', 'b', 'c'], look, bounds)).toEqual([
      { place: 'a', found: 'a' },
      { place: 'b', problem: { code: 'azure_busy' } },
      { place: 'c', found: 'c' },
    ]);
    await expect(lookAtEach(['a', 'd'], look, bounds)).rejects.toThrow('a mistake');
  });
});
