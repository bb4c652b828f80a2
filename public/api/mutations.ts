import { useIsMutating, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { targetIdOf } from '../../common/targets/inference_id';
import { SetupError } from '../../common/problem';
import type { Registration, RouteBody, RouteName, RouteOutput } from '../../common/routes';
import type { Run } from '../../common/run';
import { targetKindsOf } from '../../common/targets/targets';
import { forgetConnector } from '../shared/kibana/last_used_connector';
import { useCall, type Input } from './client';
import { isPassing, problemOf } from './http_problem';
import { migrationKey } from './migration';
import { defaultModelKey, runKey } from './queries';
import { ofRoute } from './query_client';

/**
 * A mutation of one route. `mutate` takes a function that returns the input: credentials and sealed sessions do not
 * become part of the mutation cache.
 */
function useRouteMutation<N extends RouteName>(
  name: N,
  onSuccess?: (answer: RouteOutput<N>) => Promise<void>,
  onError?: (error: Error, input: () => Input<N>) => void,
) {
  const call = useCall();
  return useMutation({
    mutationFn: (input: () => Input<N>) => call(name, input()),
    onSuccess,
    onError,
  });
}

/** Exchanges credentials for a sealed session, or for a device code to show. */
export const useSignIn = () => useRouteMutation('signIn');

/** Tests the application that Elasticsearch will sign in as; returns a session with the application. */
export const useApplication = () => useRouteMutation('application');

/** Shows the run that a mutation returned, and cancels reads that began before. */
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

/** Reads the run again after a failure: the server might have processed the request, or the run has changed. */
function useReadRun() {
  const client = useQueryClient();
  return (_error: Error, input: () => Input<'resumeRun' | 'undoRun' | 'changeSize'>) =>
    void client.invalidateQueries({ queryKey: runKey(input().params?.['runId']) });
}

/** Continues a run, with a new session or a changed request. */
export const useResumeRun = () => useRouteMutation('resumeRun', useShowRun(), useReadRun());

/** Clears the deleted targets from the last used ones of this browser. */
function forgetTargets({ request, runId }: Run): void {
  for (const kind of targetKindsOf(request)) forgetConnector(targetIdOf(kind, request, runId));
}

/** Deletes what the run created. */
export function useUndoRun() {
  const showRun = useShowRun();
  return useRouteMutation(
    'undoRun',
    async (answer) => {
      if (answer.run) forgetTargets(answer.run);
      await showRun(answer);
    },
    useReadRun(),
  );
}

/**
 * Makes the run's model the default model of its space, or restores the previous one. After an error, reads the default
 * again, because someone else might have changed it.
 */
export function useChangeDefaultModel(runId: string) {
  const call = useCall();
  const client = useQueryClient();
  const showRun = useShowRun();
  const queryKey = defaultModelKey(runId);
  return useMutation({
    mutationKey: queryKey,
    mutationFn: (body: RouteBody<'useDefaultModel'>) =>
      call('useDefaultModel', { params: { runId }, body }),
    onSuccess: async (answer) => {
      await client.cancelQueries({ queryKey });
      client.setQueryData(queryKey, answer);
      void client.invalidateQueries({ queryKey: migrationKey });
      await showRun(answer);
    },
    onError: async () => {
      await Promise.all(
        [queryKey, runKey(runId)].map((key) => client.invalidateQueries({ queryKey: key })),
      );
    },
  });
}

/** True while the default model is being changed. */
export const useIsDefaultModelChanging = (runId: string): boolean =>
  useIsMutating({ mutationKey: defaultModelKey(runId) }) > 0;

/** Starts the change of a deployment's throughput, which is a run of its own. The record of its setup names it from then on. */
export function useChangeSize() {
  const client = useQueryClient();
  const showRun = useShowRun();
  const readRun = useReadRun();
  return useRouteMutation(
    'changeSize',
    async (answer) => {
      await showRun(answer);
      void client.invalidateQueries({ queryKey: runKey(answer.run?.setUpId) });
    },
    (error, input) => {
      readRun(error, input);
      // The limits have changed since the form opened.
      void client.invalidateQueries(ofRoute('changeSize'));
    },
  );
}

/** Time from a response to the next read, in ms. */
const pauseMs = 3_000;
/**
 * Azure takes seconds, rarely more than a minute. After this time the page reports a problem, and the person can retry.
 */
const longestMinutes = 5;

const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

/** Registration has begun; a single failed read does not end it. */
function stillRegistering(error: unknown): Registration {
  if (isPassing(problemOf(error))) return { state: 'registering' };
  throw error;
}

/** Registers the resource provider and waits for Azure while the component is mounted. */
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
