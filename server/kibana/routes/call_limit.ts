import { SetupError } from '../../../common/problem';

/**
 * The plan has at most five calls under way: the plan itself, its prices, the options, the deployments of the chosen
 * account, and the offers of a flyout. Two tabs fit.
 */
const mostPerPerson = 10;
/** A plan holds up to 1 MB of answers while it is made. */
const mostPerNode = 60;

/** Counts the calls that are under way on this node; one too many is refused at once instead of queued. */
export function createCallLimit({ perPerson = mostPerPerson, perNode = mostPerNode } = {}) {
  const underWay = new Map<string, number>();
  let all = 0;

  return async function limited<T>(person: string, act: () => Promise<T>): Promise<T> {
    const mine = underWay.get(person) ?? 0;
    if (mine >= perPerson || all >= perNode) throw new SetupError({ code: 'too_many_requests' });
    underWay.set(person, mine + 1);
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
