import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { SetupError } from '../../common/problem';
import type { Registration, RouteName, RouteOutput } from '../../common/routes';
import type { Run } from '../../common/run';
import { useCall, type Input } from './client';
import { isPassing, problemOf } from './http_problem';
import { runKey } from './queries';

/**
 * A mutation of one route. `mutate` takes a function that returns the input: credentials and sealed sessions do not become
 * part of the mutation cache.
 */
function useRouteMutation<N extends RouteName>(
  name: N,
  onSuccess?: (answer: RouteOutput<N>) => Promise<void>,
) {
  const call = useCall();
  return useMutation({
    mutationFn: (input: () => Input<N>) => call(name, input()),
    onSuccess,
  });
}

/** Exchanges credentials for a sealed session, or for a device code to show. */
export const useSignIn = () => useRouteMutation('signIn');

/** Shows the run in a mutation's answer, instead of the result of a read that began before. */
function useShowRun(): (answer: { run?: Run }) => Promise<void> {
  const client = useQueryClient();
  return async ({ run }) => {
    if (!run) return;
    const queryKey = runKey(run.runId);
    await client.cancelQueries({ queryKey });
    client.setQueryData(queryKey, { run });
  };
}

export const useStartRun = () => useRouteMutation('startRun', useShowRun());

/** Continues a run, with a new session or a changed request. */
export const useResumeRun = () => useRouteMutation('resumeRun', useShowRun());

/** Deletes what the run created. */
export const useUndoRun = () => useRouteMutation('undoRun', useShowRun());

/** Starts the change of a deployment's throughput, which is a run of its own. */
export const useChangeSize = () => useRouteMutation('changeSize', useShowRun());

/** From an answer to the next read, in ms. */
const pauseMs = 3_000;
/** Azure takes seconds, rarely more than a minute. After this time the page says so; the person can wait again. */
const longestMinutes = 5;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Registration has begun: one failed read says nothing about it. */
function stillRegistering(error: unknown): Registration {
  if (isPassing(problemOf(error))) return { state: 'registering' };
  throw error;
}

/** Registers the resource provider and waits for Azure, at most as long as the component is mounted. */
export function useRegisterProvider() {
  const call = useCall();
  const isUnmounted = useRef(false);
  useEffect(() => {
    isUnmounted.current = false;
    return () => {
      isUnmounted.current = true;
    };
  }, []);
  return useMutation({
    mutationFn: async (input: () => Input<'registerProvider'>): Promise<Registration> => {
      const read = () => call('registerProvider', input());
      const end = Date.now() + longestMinutes * 60_000;
      let answer = await read();
      while (answer.state === 'registering') {
        if (Date.now() >= end) {
          throw new SetupError({ code: 'operation_slow', detail: { minutes: longestMinutes } });
        }
        await pause();
        if (isUnmounted.current) return answer;
        answer = await read().catch(stillRegistering);
      }
      return answer;
    },
  });
}
