import { SetupError } from '../../../../common/problem';
import type { ListedPrice, PriceList } from '../price_list';

/** Prices change once a month at most. */
const lifeMs = 6 * 3_600_000;
/** After a failure, the list is not read again for this long, to avoid repeated waits. */
const pauseMs = 60_000;
/** Two meters for each offer. */
const maximumEntries = 500;

/** Caches the entries of meters, and a failure to read the list for one minute. `now` is in milliseconds. */
export function rememberPrices(list: PriceList, now: () => number = Date.now): PriceList {
  const entries = new Map<string, { read: Promise<ListedPrice[]>; until: number }>();
  let pausedUntil = -Infinity;

  async function readNow(meterId: string): Promise<ListedPrice[]> {
    try {
      return await list.read(meterId);
    } catch (error) {
      entries.delete(meterId);
      if (error instanceof SetupError) pausedUntil = now() + pauseMs;
      throw error;
    }
  }

  return {
    async read(meterId) {
      const cached = entries.get(meterId);
      if (cached && cached.until > now()) return cached.read;
      if (pausedUntil > now()) throw new SetupError({ code: 'azure_busy' });
      entries.delete(meterId);
      const [oldest] = entries.keys();
      if (entries.size >= maximumEntries && oldest !== undefined) entries.delete(oldest);
      const read = readNow(meterId);
      entries.set(meterId, { read, until: now() + lifeMs });
      return read;
    },
  };
}
