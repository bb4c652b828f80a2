import { createHash } from 'node:crypto';
import { isEqual } from '../../../../common/values/json';
import { SetupError, type Problem } from '../../../../common/problem';
import type { Run, RunStep } from '../../../../common/run';
import type { SetupRequest } from '../../../../common/setup_request';
import { appliesTo, nameOf, type StepId } from '../../../../common/steps';
import type { Step } from '../../steps/step';
import { stepsFor, type Workflow } from '../workflow';

/** The owner and the space of a run. Sealed sessions are bound to both, too. */
export interface Owner {
  user: string;
  space: string;
  /** The same person's id in records without a user profile. Never stored. */
  formerly?: string;
}

export const isOwnedBy = (kept: Owner, { user, formerly, space }: Owner): boolean =>
  kept.space === space &&
  (kept.user === user || (formerly !== undefined && kept.user === formerly));

/** Scope of documents that also have an owner scope. */
export const ownedScope = 'azureOpenaiSetup:owned';

/** Scope of one person's documents, without the name. */
export const ownerScope = ({ user, space }: Owner): string => {
  const hash = createHash('sha256')
    .update(JSON.stringify([user, space]))
    .digest('hex');
  return `azureOpenaiSetup:owner:${hash.slice(0, 32)}`;
};

/** The state of a task. It contains no readable secret, because the session is sealed. */
export interface RunState {
  run: Run;
  owner: Owner;
  /** Removed when the run no longer needs it. */
  session?: string;
  /** For undo: the start of a tick that was running when its document was superseded. ISO 8601. */
  abandonedTickAt?: string;
  /** Increases with each new document of the run; the highest is current. Absent in the first. */
  generation?: number;
  /** Ticks in a row whose API key Kibana did not accept. */
  refusedKeys?: number;
}

export const generationOf = ({ generation = 0 }: RunState): number => generation;

/** Retention of finished runs. */
export const keepFor = 7 * 24 * 60 * 60 * 1000;

export const toTaskState = (state: RunState): Record<string, unknown> => ({ ...state });

export const newRun = (
  workflow: Workflow,
  runId: string,
  request: SetupRequest,
  now: Date,
): Run => ({
  runId,
  workflow: workflow.id,
  status: 'running',
  request,
  startedAt: now.toISOString(),
  steps: stepsFor(workflow, request).map((step) => ({
    step: step.id,
    status: 'pending',
    name: nameOf(step.id, request, runId),
  })),
});

export type RunningLine = Extract<RunStep, { status: 'running' }>;

export const lineOf = ({ steps }: Run, id: StepId): RunStep | undefined =>
  steps.find(({ step }) => step === id);

export const withLine = (run: Run, line: RunStep): Run => ({
  ...run,
  steps: run.steps.map((other) => (other.step === line.step ? line : other)),
});

/** The fields of a line that do not depend on its status. */
const identityOf = ({ step, name, outcome, portalUrl }: RunStep) => ({
  step,
  name,
  ...(outcome && { outcome }),
  ...(portalUrl && { portalUrl }),
});

export const runningLine = (line: RunStep, now: Date): RunningLine => ({
  ...identityOf(line),
  status: 'running',
  startedAt: line.startedAt ?? now.toISOString(),
  ...(line.problem && { problem: line.problem }),
  ...(line.status === 'running' && line.problemSince && { problemSince: line.problemSince }),
});

export const withoutProblem = ({ problem: _problem, problemSince: _since, ...line }: RunningLine) =>
  line;

/** A line that waits for a problem; keeps the start time if it already waited for the same one. */
export function waitingFor(line: RunningLine, problem: Problem, now: Date): RunningLine {
  const isSame = line.problem?.code === problem.code;
  const problemSince = (isSame && line.problemSince) || now.toISOString();
  return { ...line, problem, problemSince };
}

/** Milliseconds since the step began. */
export const waited = ({ startedAt }: RunningLine, now: Date): number =>
  now.getTime() - Date.parse(startedAt);

/** Milliseconds since it began to wait for its problem or, without one, since the step began. */
export const waitedForProblem = (line: RunningLine, now: Date): number =>
  line.problemSince ? now.getTime() - Date.parse(line.problemSince) : waited(line, now);

/** Stops the run at the line with the problem. */
export function blocked(run: Run, problem: Problem): Run {
  const { finishedAt: _finishedAt, ...rest } = run;
  const steps = [...run.steps];
  const index = steps.findIndex(({ status }) => status !== 'done');
  const open = steps[index];
  if (open) {
    const { startedAt } = open;
    steps[index] = { ...identityOf(open), startedAt, status: 'failed', problem };
  }
  return { ...rest, steps, status: 'blocked', problem };
}

/** Stops the run, in either direction. */
export const stopped = (run: Run, problem: Problem): Run =>
  run.status === 'undoing' ? { ...run, problem } : blocked(run, problem);

/** Identifies an Azure resource, because a step's resource differs between requests. */
const keyOf = (step: Step, request: SetupRequest): string | undefined =>
  step.resourceId?.(request).toLowerCase();

/** True if the resource existed before the run, so its ownership tag does not count. */
export function isReused({ reused = [] }: Run, step: Step, request: SetupRequest): boolean {
  const key = keyOf(step, request);
  return key !== undefined && reused.includes(key);
}

/**
 * The requests of a run for which the step can have created something. What existed before the run is not its own,
 * whatever its tag says.
 */
export const requestsFor = (run: Run, step: Step): SetupRequest[] =>
  requestsOf(run).filter((request) => appliesTo(step.id, request) && !isReused(run, step, request));

/** Saves a line, and whether the resource existed before or was created by the run. */
export function saved(before: Run, step: Step, line: RunStep): Run {
  const run = withLine(before, line);
  const key = keyOf(step, run.request);
  if (key === undefined || line.outcome === undefined) return run;
  const others = (run.reused ?? []).filter((other) => other !== key);
  const { reused: _reused, ...rest } = run;
  const reused = line.outcome === 'reused' ? [...others, key] : others;
  return reused.length > 0 ? { ...rest, reused } : rest;
}

/** The fields that identify the resources of a request. */
const identityOfRequest = (request: SetupRequest): string =>
  JSON.stringify([
    request.subscriptionId,
    request.resourceGroup,
    request.accountName,
    request.location,
    request.deploymentName,
    request.target,
    request.authentication,
    request.applicationId,
  ]).toLowerCase();

/** Maximum number of moves of a run. */
const maximumMoves = 10;

function previousAfter({ request, previousRequests = [] }: Run, next: SetupRequest) {
  const moves = new Map([...previousRequests, request].map((one) => [identityOfRequest(one), one]));
  moves.delete(identityOfRequest(next));
  if (moves.size > maximumMoves) throw new SetupError({ code: 'run_not_resumable' });
  return [...moves.values()];
}

/**
 * Resets all steps to pending, because resources can have been deleted; a line keeps its outcome unless the request
 * changed. Keeps previous requests for undo.
 */
export function resumed(workflow: Workflow, run: Run, request: SetupRequest): Run {
  const { problem: _problem, finishedAt: _end, previousRequests: _previous, answer, ...rest } = run;
  const changed = !isEqual(request, run.request);
  const previousRequests = previousAfter(run, request);
  const lines = stepsFor(workflow, request).map((step): RunStep => {
    const outcome = changed ? undefined : lineOf(run, step.id)?.outcome;
    const name = nameOf(step.id, request, run.runId);
    return { step: step.id, name, status: 'pending', ...(outcome && { outcome }) };
  });
  return {
    ...rest,
    ...(!changed && answer && { answer }),
    ...(previousRequests.length > 0 && { previousRequests }),
    request,
    status: 'running',
    steps: lines,
  };
}

/**
 * Resets all lines before undo, including steps of earlier requests; keeps the outcome of created resources.
 */
export function undoing(workflow: Workflow, run: Run): Run {
  const { problem: _problem, finishedAt: _finishedAt, ...rest } = run;
  const steps = workflow.steps.flatMap((step): RunStep[] => {
    const line = lineOf(run, step.id);
    if (line) return [{ ...identityOf(line), status: 'pending' }];
    const earlier = requestsOf(run).find((request) => appliesTo(step.id, request));
    return earlier
      ? [{ step: step.id, name: nameOf(step.id, earlier, run.runId), status: 'pending' }]
      : [];
  });
  return { ...rest, status: 'undoing', steps };
}

/** All requests of a run, current one first. */
export const requestsOf = ({
  request,
  previousRequests = [],
}: Pick<Run, 'request' | 'previousRequests'>): SetupRequest[] => [request, ...previousRequests];
