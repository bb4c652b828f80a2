import { SetupError, type Problem } from '../../common/problem';
import { inTime } from './in_time';

type Look<Place, Found> = { place: Place; found: Found } | { place: Place; problem: Problem };

interface Bounds {
  /** Concurrent reads. */
  atOnce: number;
  /** Milliseconds for one read. */
  deadlineMs: number;
  /** Milliseconds after which no further read starts; if absent, all are read. */
  totalMs?: number;
}

/**
 * Reads many items, with limited concurrency and time. A read that fails or times out has a Problem and does not delay
 * others. The results are in the order of the items.
 */
export async function lookAtEach<Place, Found>(
  places: readonly Place[],
  look: (place: Place) => Promise<Found>,
  { atOnce, deadlineMs, totalMs = Infinity }: Bounds,
): Promise<Array<Look<Place, Found>>> {
  const looks: Array<Look<Place, Found>> = [];
  const left = places.entries();
  const end = Date.now() + totalMs;
  const workThrough = async () => {
    for (const [index, place] of left) {
      try {
        if (Date.now() > end) throw new SetupError({ code: 'azure_busy' });
        looks[index] = { place, found: await inTime(look(place), deadlineMs) };
      } catch (error) {
        if (!(error instanceof SetupError)) throw error;
        looks[index] = { place, problem: error.problem };
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, workThrough));
  return looks;
}
