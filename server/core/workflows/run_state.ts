import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { SetupError, type Problem } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { steps } from '../steps';
import type { Step } from '../steps/step';

/** The person whose run it is, and the space. Sealed sessions are bound to the same two. */
export interface Owner {
  user: string;
  space: string;
  /** The same person's id in records of requests without a user profile. Never stored. */
  formerly?: string;
}

export const isOwnedBy = (kept: Owner, { user, formerly, space }: Owner): boolean =>
  kept.space === space &&
  (kept.user === user || (formerly !== undefined && kept.user === formerly));

/** Scope of every document that has the scope of its owner, too. */
export const ownedScope = 'azureOpenaiSetup:owned';

/** Identifies one person's documents among all. Contains no name. */
export const ownerScope = ({ user, space }: Owner): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([user, space]))
    .digest('hex');
  return `azureOpenaiSetup:owner:${hash.slice(0, 32)}`;
};

/** What the task's document holds. No readable secret: the session is sealed. */
export interface RunState {
  run: Run;
  owner: Owner;
  /** Dropped as soon as the run has no more use for it. */
  session?: string;
  /** For undo: when the run's own task was taken away while a tick of it was at work. ISO 8601. */
  strayTickAt?: string;
  /** Counts up with each new document of the run: the highest one is the run. Absent in the first. */
  generation?: number;
  /** Ticks in a row whose API key Kibana did not accept. */
  refusedKeys?: number;
}

export const generationOf = ({ generation = 0 }: RunState): number => generation;

/** A finished run stays readable for so long. */
export const keepFor = 7 * 24 * 60 * 60 * 1000;

const shape = v.looseObject({
  generation: v.optional(v.number()),
  run: v.looseObject({
    runId: v.string(),
    status: v.string(),
    startedAt: v.string(),
    request: v.looseObject({}),
    steps: v.array(v.unknown()),
  }),
  owner: v.looseObject({ user: v.string(), space: v.string() }),
});
export const isRunState = (state: unknown): state is RunState => v.safeParse(shape, state).success;

/** Reads the state back; a document of another shape is nobody's run. */
export function parseRunState(state: Record<string, unknown>): RunState {
  if (!isRunState(state)) throw new SetupError({ code: 'run_not_found' });
  return state;
}

export const toTaskState = (state: RunState): Record<string, unknown> => ({ ...state });

export const newRun = (runId: string, request: SetupRequest, now: Date): Run => ({
  runId,
  status: 'running',
  request,
  startedAt: now.toISOString(),
  steps: steps.map((step) => ({ step: step.id, status: 'pending', name: step.name(request) })),
});

export const withLine = (run: Run, line: RunStep): Run => ({
  ...run,
  steps: run.steps.map((other) => (other.step === line.step ? line : other)),
});

/** Stopped by a problem, in the line where it happened. */
export function blocked(run: Run, problem: Problem): Run {
  const open = run.steps.find((line) => line.status !== 'done');
  const failed = open && withLine(run, { ...open, status: 'failed', problem });
  return { ...(failed ?? run), status: 'blocked', problem };
}

/** Stopped by a problem, whichever way it was going. */
export const stopped = (run: Run, problem: Problem): Run =>
  run.status === 'undoing' ? { ...run, problem } : blocked(run, problem);

/** A thing in Azure, told apart from those of the same step in other places. */
const keyOf = (step: Step, request: SetupRequest): string | undefined =>
  step.resourceId?.(request).toLowerCase();

/** The record says that the thing was there before: no ownership tag makes it the run's. */
export function isReused({ reused = [] }: Run, step: Step, request: SetupRequest): boolean {
  const key = keyOf(step, request);
  return key !== undefined && reused.includes(key);
}

/** Remembers, for as long as there is a record, whether the thing was there before or was made by the run. */
export function withOutcome(run: Run, step: Step, outcome: RunStep['outcome']): Run {
  const key = keyOf(step, run.request);
  if (key === undefined || outcome === undefined) return run;
  const others = (run.reused ?? []).filter((other) => other !== key);
  const { reused: _reused, ...rest } = run;
  const reused = outcome === 'reused' ? [...others, key] : others;
  return reused.length > 0 ? { ...rest, reused } : rest;
}

/** Where things are made: a request that says otherwise is about other things. */
const placeOf = (request: SetupRequest): string =>
  JSON.stringify([
    request.subscriptionId,
    request.resourceGroup,
    request.accountName,
    request.location,
    request.deploymentName,
  ]).toLowerCase();

/** A person who moves a run more often than this starts a new one. */
const maximumMoves = 10;

function formerAfter({ request, former = [] }: Run, next: SetupRequest): SetupRequest[] {
  const place = placeOf(next);
  const left = [...former, request].filter((one) => placeOf(one) !== place);
  const places = new Map(left.map((one) => [placeOf(one), one]));
  if (places.size > maximumMoves) throw new SetupError({ code: 'run_not_resumable' });
  return [...places.values()];
}

/** A line that starts anew; of what was made for this request already, it is known what became of it. */
const again = ({ step, outcome }: RunStep, name: string): RunStep => ({
  step,
  name,
  status: 'pending',
  ...(outcome && { outcome }),
});

/**
 * Going again. Everything is looked at anew, because somebody may have removed what was done; it keeps
 * its outcome unless the request changed. Former places stay known for undo.
 */
export function resumed(run: Run, request: SetupRequest): Run {
  const { problem: _problem, former: _former, answer, ...rest } = run;
  const changed = JSON.stringify(request) !== JSON.stringify(run.request);
  const former = formerAfter(run, request);
  const lines = run.steps.map((line, index) => {
    const name = steps[index]?.name(request) ?? line.name;
    return again(changed ? { ...line, outcome: undefined } : line, name);
  });
  return {
    ...rest,
    ...(!changed && answer && { answer }),
    ...(former.length > 0 && { former }),
    request,
    status: 'running',
    steps: lines,
  };
}

/** All requests of a run, today's first. */
export const requestsOf = ({
  request,
  former = [],
}: Pick<Run, 'request' | 'former'>): SetupRequest[] => [request, ...former];
