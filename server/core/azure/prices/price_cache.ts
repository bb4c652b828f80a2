import { SetupError } from '../../../../common/problem';
import type { ListedPrice, PriceList } from '../../prices/price_list';

/** Prices change with the month at most. */
const lifeMs = 6 * 3_600_000;
/** After a failure the list is left alone for this long, so that nobody waits for it again and again. */
const pauseMs = 60_000;
/** Two meters for each way to deploy a model. */
const maximumEntries = 500;

/** Remembers the entries of meters for a while, and for a minute that the list cannot be read. `now` is in milliseconds. */
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
      const known = entries.get(meterId);
      if (known && known.until > now()) return known.read;
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
