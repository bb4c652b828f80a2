import {
  skipToken,
  useQuery,
  useQueryClient,
  type Query,
  type QueryKey,
  type QueryState,
} from '@tanstack/react-query';
import type { Verdict } from '../../common/check';
import type { Plan } from '../../common/plan';
import type { Problem, ProblemCode } from '../../common/problem';
import type { RouteBody, RunAnswer } from '../../common/routes';
import { isMoving, type Run } from '../../common/run';
import type { SignedIn } from '../../common/sign_in';
import { useCall, useCallStreamed } from './client';
import { problemOf } from './http_problem';
import { azureKey, isKeyOf } from './query_client';
import { between, reRead, restInterval } from './re_read';

type Input<N extends 'options' | 'offers' | 'recommendation' | 'prices' | 'plan'> = Omit<
  RouteBody<N>,
  'session'
>;

type State<Data> = Pick<QueryState<Data>, 'data' | 'error' | 'fetchStatus'>;

/** Keeps the previous data until there is new data, unless it belongs to another person. */
const keepPreviousDataOf =
  (session: SignedIn | undefined) =>
  <Data>(previous: Data | undefined, query: Pick<Query, 'queryKey'> | undefined) =>
    !session || (query && isKeyOf(session, query.queryKey)) ? previous : undefined;

/** Calls a route with the session and the input; not before both are known. */
export const ofSession = <Body extends object, Answer>(
  session: SignedIn | undefined,
  input: Body | undefined,
  ask: (body: Body & { session: string }, signal: AbortSignal) => Promise<Answer>,
) =>
  session && input
    ? ({ signal }: { signal: AbortSignal }) => ask({ session: session.session, ...input }, signal)
    : skipToken;

/** The capabilities of this Kibana, available before sign-in to Azure. */
export function useEnvironment(enabled = true) {
  const call = useCall();
  return useQuery({
    enabled,
    queryKey: ['environment'],
    queryFn: ({ signal }) => call('environment', { signal }),
    staleTime: 60_000,
  });
}

/** The options of the form. */
export function useOptions(session: SignedIn | undefined, input: Input<'options'> | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: azureKey(session, 'options', input),
    queryFn: ofSession(session, input, (body, signal) => call('options', { body, signal })),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousDataOf(session),
  });
}

/** All offers in all regions; cached longer, because they need dozens of calls to Azure. */
export function useOffers(session: SignedIn | undefined, input: Input<'offers'>) {
  const call = useCall();
  return useQuery({
    queryKey: azureKey(session, 'offers', input),
    queryFn: ofSession(session, input, (body, signal) => call('offers', { body, signal })),
    staleTime: 2 * 60_000,
  });
}

/**
 * A complete request with reasons.
 * @param queryKey - The values that the recommendation depends on. @param input - Undefined for a complete request.
 */
export function useRecommendation(
  session: SignedIn | undefined,
  queryKey: QueryKey,
  input: Input<'recommendation'> | undefined,
) {
  const call = useCall();
  return useQuery({
    queryKey,
    queryFn: ofSession(session, input, (body, signal) => call('recommendation', { body, signal })),
    // Each response has new names, so it must not be refetched for the same values.
    staleTime: Infinity,
    gcTime: Infinity,
    placeholderData: keepPreviousDataOf(session),
  });
}

/** The prices of a model's tokens. They are optional and change monthly. */
export function usePrices(session: SignedIn | undefined, input: Input<'prices'>) {
  const call = useCall();
  return useQuery({
    queryKey: azureKey(session, 'prices', input),
    queryFn: ofSession(session, input, (body, signal) => call('prices', { body, signal })),
    staleTime: 5 * 60_000,
  });
}

/** The state of a plan: the verdicts of the checks that have ended, and the plan itself at the end. */
interface PlanInProgress {
  verdicts: Verdict[];
  plan?: Plan;
}

/** The dry run, read again whenever the plan opens. The verdicts appear as the checks end. */
export function usePlan(session: SignedIn | undefined, input: Input<'plan'> | undefined) {
  const call = useCallStreamed();
  const client = useQueryClient();
  const queryKey = azureKey(session, 'plan', input);
  return useQuery<PlanInProgress>({
    queryKey,
    queryFn: ofSession(session, input, async (body, signal) => {
      let verdicts: Verdict[] = [];
      const plan = await call('plan', { body, signal }, (found) => {
        verdicts = [...verdicts, ...found];
        if (!signal.aborted) client.setQueryData<PlanInProgress>(queryKey, { verdicts });
      });
      return { plan, verdicts: plan.verdicts };
    }),
    gcTime: 0,
  });
}

/** The resources that undo would delete, read again whenever the run gets on. */
export function useRemovals(session: SignedIn | undefined, { runId, status, steps }: Run) {
  const call = useCall();
  return useQuery({
    queryKey: azureKey(session, 'undoRun', [runId, status, steps.map((line) => line.status)]),
    queryFn: ofSession(session, { dryRun: true }, (body, signal) =>
      call('undoRun', { params: { runId }, body, signal }),
    ),
    gcTime: 0,
    placeholderData: keepPreviousDataOf(session),
  });
}

/**
 * The limits for the throughput of the run's deployment. @param changeId - Id of the run that would change it.
 */
export function useDeploymentSizes(session: SignedIn, runId: string, changeId: string) {
  const call = useCall();
  const body = { session: session.session, changeId, dryRun: true };
  return useQuery({
    queryKey: azureKey(session, 'changeSize', runId),
    queryFn: ({ signal }) => call('changeSize', { params: { runId }, body, signal }),
    gcTime: 0,
  });
}

/** The person's own runs in this space, read again whenever they are shown. */
export function useRuns() {
  const call = useCall();
  return useQuery({
    queryKey: ['runs'],
    queryFn: ({ signal }) => call('runs', { signal }),
    ...reRead,
  });
}

export const defaultModelKey = (runId: string): QueryKey => ['defaultModel', runId];

/** The default model of the space, relative to a finished run; read again whenever it is shown. */
export function useDefaultModel(runId: string) {
  const call = useCall();
  return useQuery({
    queryKey: defaultModelKey(runId),
    queryFn: ({ signal }) => call('defaultModel', { params: { runId }, signal }),
    ...reRead,
  });
}

export const runKey = (runId: string | undefined): QueryKey => ['run', runId];

/** In ms. The server looks at Azure at most once in 2 s for a run. */
const runInterval = 2_000;

/** Permanent failures: the run does not exist, or the person can no longer see it. */
const lasting: ReadonlySet<ProblemCode> = new Set(['run_not_found', 'setup_privilege_missing']);

/** True if reading the run again cannot succeed. */
export const isLasting = (problem: Problem | undefined): boolean =>
  problem !== undefined && lasting.has(problem.code);

/** The time until the next read of a run, in ms, or false. A lost connection does not end the polling. */
export function runRefetchInterval(state: State<RunAnswer>): number | false {
  const run = state.data?.run;
  if (isLasting(problemOf(state.error)) || run?.status === 'undone') return false;
  return isMoving(run) ? between(runInterval, state) : run !== undefined && restInterval();
}

/** One run, polled while it can change. */
export function useRun(runId: string | undefined) {
  const call = useCall();
  return useQuery({
    queryKey: runKey(runId),
    queryFn: runId ? ({ signal }) => call('run', { params: { runId }, signal }) : skipToken,
    refetchInterval: ({ state }) => runRefetchInterval(state),
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: true,
  });
}
