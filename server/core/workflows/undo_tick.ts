import { SetupError, type Problem, type ProblemCode } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import { steps } from '../steps';
import type { Step, StepContext } from '../steps/step';
import { isReused, requestsOf, withLine, type RunState } from './run_state';
import {
  beforeEnd,
  handsBackAt,
  outlasts,
  pollInterval,
  timeIsOver,
  transient,
  type TickContext,
} from './waiting';

/** Milliseconds after which the actions of a tick that was running when the removal began have succeeded or failed. */
const strayTickLimit = 50_000;

/** Time limit for the deletion of one resource, in milliseconds, before it is reported as kept. */
const patience = 10 * 60_000;

/**
 * Time for which ARM can refuse to delete an account without deployments, in milliseconds: for about a minute, ARM
 * still counts the deleted ones. After that, the account holds something that the run did not create, such as a project.
 */
const emptyAccountPatience = 2 * 60_000;

/** Why a thing that was waited for stays; undefined while its time is not over. */
function outOfPatience({ problem }: RunStep, waitedMs: number): Problem | undefined {
  if (problem?.code === 'account_busy' && problem.detail?.deployments === 0) {
    return waitedMs > emptyAccountPatience ? { ...problem, code: 'resource_not_empty' } : undefined;
  }
  if (waitedMs <= patience) return undefined;
  return problem ?? { code: 'operation_slow', detail: { minutes: patience / 60_000 } };
}

/** Problems after which nothing more can be removed: they stop undo instead of one line. */
export const fatal: ReadonlySet<ProblemCode> = new Set([
  'session_expired',
  'token_rejected',
  'task_key_rejected',
  'sign_in_claims_required',
]);

/** Steps that leave nothing to remove: a registration stays, an answer was given. */
const lasting: ReadonlySet<Step['id']> = new Set(['provider_registration', 'first_answer']);

const settle = (line: RunStep, status: 'removed' | 'kept'): RunStep => {
  const { problem: _problem, ...rest } = line;
  return { ...rest, status };
};

/** The run made it, but its mark is gone, by a policy or a hand: then nobody can tell whose it is by now. */
async function unmarked(step: Step, context: StepContext): Promise<Problem | undefined> {
  if (lasting.has(step.id) || (await step.look(context)).state === 'missing') return undefined;
  return { code: 'mark_missing', detail: { name: step.name(context.request) } };
}

/**
 * Why the group is not waited for: the account in it was kept, for a reason that waiting does not change. Without one,
 * Azure merely lists what has just been deleted.
 */
async function heldBy(
  step: Step,
  { steps: lines }: Run,
  { request, azure }: StepContext,
): Promise<Problem | undefined> {
  const isKept = lines.some(
    (line) => line.step === 'account' && line.status === 'kept' && line.problem,
  );
  if (step.id !== 'resource_group' || !isKept) return undefined;
  const account = await azure.account(request).catch((error: unknown) => {
    // An account that cannot be read may not exist: then the group goes.
    if (error instanceof SetupError) return undefined;
    throw error;
  });
  if (!account || account.state === 'Deleting') return undefined;
  const { resourceGroup: name, accountName: others } = request;
  return { code: 'resource_not_empty', detail: { name, others, count: 1 } };
}

/**
 * Removes what one step made, wherever the run was asked to make it, or says why it stays; a line that
 * is still `running` needs more time.
 */
async function remove(step: Step, run: Run, line: RunStep, context: TickContext): Promise<RunStep> {
  const { azure, connectors } = context;
  let made = line;
  let kept: Problem | undefined;
  const requests = requestsOf(run);
  for (const request of requests) {
    // It was there before the run: no tag that it bears by now makes it the run's.
    if (isReused(run, step, request)) continue;
    const stepContext = { request, requests, runId: run.runId, azure, connectors };
    try {
      const removal = await step.removal(stepContext);
      const isFormer = request !== run.request;
      if (removal && !(isFormer && made.outcome === 'reused'))
        made = { ...made, outcome: 'created' };
      if (removal?.kept) kept ??= removal.kept;
      else if (!(await step.undo(stepContext))) {
        const held = await heldBy(step, run, stepContext);
        if (!held) return made;
        kept ??= held;
      } else if (!removal && !isFormer && made.outcome === 'created') {
        kept ??= await unmarked(step, stepContext);
      }
    } catch (error) {
      if (!(error instanceof SetupError) || fatal.has(error.problem.code)) throw error;
      const { problem } = error;
      if (problem.code === 'unexpected') context.report(error);
      if (transient.has(problem.code) && !outlasts(problem, patience)) return { ...made, problem };
      kept ??= problem;
    }
  }
  if (kept) return { ...made, status: 'kept', problem: kept };
  return settle(made, made.outcome === 'created' && !lasting.has(step.id) ? 'removed' : 'kept');
}

/** Goes through the steps backwards and waits for each thing to be gone. */
async function sweep(start: Run, context: TickContext): Promise<Run> {
  const { now, sleep, signal } = context;
  const startedAtMs = now().getTime();
  let run = start;
  for (const step of [...steps].reverse()) {
    for (;;) {
      const found = run.steps.find((other) => other.step === step.id);
      if (!found) break;
      const startedAt = found.startedAt ?? now().toISOString();
      const line: RunStep = { ...found, status: 'running', startedAt };
      const removed = await beforeEnd(remove(step, run, line, context), signal);
      const after = removed === timeIsOver ? line : removed;
      run = withLine(run, after);
      if (after.status !== 'running') break;
      const problem = outOfPatience(after, now().getTime() - Date.parse(startedAt));
      if (problem) {
        run = withLine(run, { ...after, status: 'kept', problem });
        break;
      }
      const until = handsBackAt(startedAtMs, context);
      if (signal.aborted || now().getTime() + pollInterval > until) return run;
      await sleep(pollInterval);
    }
  }
  return run;
}

const isSettled = (run: Run) =>
  run.steps.every(({ status }) => status === 'removed' || status === 'kept');

/** Before undo, every line is open again; what was made keeps its outcome. */
export const undoing = (run: Run): Run => {
  const { problem: _problem, finishedAt: _finishedAt, ...rest } = run;
  const open = ({ step, name, outcome, portalUrl }: RunStep): RunStep => ({
    step,
    name,
    status: 'pending',
    ...(outcome && { outcome }),
    ...(portalUrl && { portalUrl }),
  });
  return { ...rest, status: 'undoing', steps: run.steps.map(open) };
};

/**
 * One tick of undo: deletes exactly the resources with the run's ownership tag. Each tick looks at everything again,
 * so it also deletes resources that an earlier tick of the run created meanwhile.
 */
export async function undoTick(state: RunState, context: TickContext): Promise<RunState> {
  const { now } = context;
  const run = await sweep(state.run, context);
  const strayTickPossible =
    state.strayTickAt !== undefined &&
    now().getTime() < Date.parse(state.strayTickAt) + strayTickLimit;
  if (!isSettled(run) || strayTickPossible) return { ...state, run };
  const { connectorId: _connectorId, ...rest } = run;
  const done: Run = { ...rest, status: 'undone', finishedAt: now().toISOString() };
  return { ...state, run: done };
}
