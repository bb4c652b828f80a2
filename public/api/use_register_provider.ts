import { useEffect, useRef } from 'react';
import { SetupError } from '../../common/problem';
import type { Registration, RouteBody } from '../../common/routes';
import { useCall } from './client';
import { problemOf } from './http_problem';
import { isPassing } from './passing_problem';
import { useDeed } from './use_deed';

/** From an answer to the next question, in ms. */
const pauseMs = 3_000;
/** Azure takes seconds, rarely more than a minute; what takes longer is said, and can go on being waited for. */
const longestMinutes = 5;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Azure has begun: that one question failed says nothing about it. */
function stillRegistering(error: unknown): Registration {
  if (isPassing(problemOf(error))) return { state: 'registering' };
  throw error;
}

/** Registers the resource provider; done when Azure is. Nobody is asked any more once the component is gone. */
export function useRegisterProvider() {
  const call = useCall();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  return useDeed(async (body: RouteBody<'registerProvider'>): Promise<Registration> => {
    const ask = () => call('registerProvider', { body });
    const end = Date.now() + longestMinutes * 60_000;
    let answer = await ask();
    while (answer.state === 'registering') {
      if (Date.now() >= end) {
        throw new SetupError({ code: 'operation_slow', detail: { minutes: longestMinutes } });
      }
      await pause();
      if (isGone.current) return answer;
      answer = await ask().catch(stillRegistering);
    }
    return answer;
  });
}
