import { SetupError } from '../../../common/problem';

/**
 * The plan makes at most five concurrent calls: plan, prices, options, deployments of the chosen account, and offers.
 * Two tabs fit.
 */
const maximumPerPerson = 10;
/** A plan needs up to 1 MB of memory. */
const maximumPerNode = 60;

/** Limits the concurrent calls on this node; further calls are refused, not queued. */
export function createCallLimit({ perPerson = maximumPerPerson, perNode = maximumPerNode } = {}) {
  const underWay = new Map<string, number>();
  let all = 0;

  return async function limited<T>(person: string, act: () => Promise<T>): Promise<T> {
    const own = underWay.get(person) ?? 0;
    if (own >= perPerson || all >= perNode) throw new SetupError({ code: 'too_many_requests' });
    underWay.set(person, own + 1);
    all += 1;
    try {
      return await act();
    } finally {
      all -= 1;
      const left = (underWay.get(person) ?? 1) - 1;
      if (left > 0) underWay.set(person, left);
      else underWay.delete(person);
    }
  };
}

export type CallLimit = ReturnType<typeof createCallLimit>;
