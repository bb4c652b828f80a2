import { SetupError, type Problem } from '../../common/problem';
import { inTime } from './in_time';

type Look<Place, Found> = { place: Place; found: Found } | { place: Place; problem: Problem };

interface Bounds {
  /** Places looked at together. */
  atOnce: number;
  /** Milliseconds for one place. */
  deadlineMs: number;
  /** Milliseconds after which no further place is begun; absent: all are looked at. */
  totalMs?: number;
}

/**
 * Looks at many places, some at a time and each for a limited time. One that fails or is late has a
 * Problem, and holds up no other. The answers are in the order of the places.
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
