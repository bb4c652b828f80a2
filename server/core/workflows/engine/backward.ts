import { SetupError, type Problem, type ProblemCode } from '../../../../common/problem';
import type { Run, RunStep } from '../../../../common/run';
import { nameOf, type StepId } from '../../../../common/steps';
import type { Step, StepContext, Undo } from '../../steps/step';
import type { Direction } from './direction';
import {
  lineOf,
  requestsFor,
  requestsOf,
  waited,
  waitedForProblem,
  waitingFor,
  withLine,
  withoutProblem,
  type RunningLine,
  type RunState,
} from './run_state';
import { transientProblems } from '../../transient_problems';
import { outlasts, slowProblem, type TickContext } from './waiting';
import type { Workflow } from '../workflow';

/** Milliseconds after which all actions of a tick that was running when undo began have succeeded or failed. */
const abandonedTickLimit = 50_000;

/** Time limit for the deletion of one resource, in milliseconds, before it is reported as kept. */
const waitTimeout = 10 * 60_000;

/** Problems that stop undo as a whole, instead of one step. */
export const fatal: ReadonlySet<ProblemCode> = new Set([
  'session_expired',
  'token_rejected',
  'task_key_rejected',
  'sign_in_claims_required',
]);

/** The problem of a created resource that has lost its ownership tag, so it can belong to someone else. */
async function untagged(step: Step, context: StepContext): Promise<Problem | undefined> {
  if ((await step.look(context)).state === 'missing') return undefined;
  return {
    code: 'ownership_tag_missing',
    detail: { name: nameOf(step.id, context.request, context.runId) },
  };
}

const isKeptIn =
  ({ steps }: Run) =>
  (step: StepId): boolean =>
    steps.some((line) => line.step === step && line.status === 'kept' && line.problem);

/**
 * Deletes what one step created for any request of the run, or returns why it is kept; a `running` line needs more
 * time. @param finishedAt - When an earlier tick found it deleted.
 */
async function remove(
  step: Step,
  undo: Undo,
  run: Run,
  line: RunningLine,
  finishedAt: string | undefined,
  context: TickContext,
): Promise<RunStep> {
  const { azure, targets, application } = context;
  let created = line;
  let kept: Problem | undefined;
  const requests = requestsOf(run);
  for (const request of requestsFor(run, step)) {
    const stepContext = { request, requests, runId: run.runId, azure, targets, application };
    try {
      const removal = await undo.find(stepContext);
      const isPrevious = request !== run.request;
      if (removal && !(isPrevious && created.outcome === 'reused')) {
        created = { ...created, outcome: 'created' };
      }
      if (removal?.kept) kept ??= removal.kept;
      else if (!(await undo.remove(stepContext))) {
        const held = await undo.heldBy?.(stepContext, isKeptIn(run));
        if (!held) return created;
        kept ??= held;
      } else if (!removal && !isPrevious && created.outcome === 'created') {
        kept ??= await untagged(step, stepContext);
      }
    } catch (error) {
      if (!(error instanceof SetupError) || fatal.has(error.problem.code)) throw error;
      const { problem } = error;
      if (problem.code === 'unexpected') context.report(error);
      if (transientProblems.has(problem.code) && !outlasts(problem, waitTimeout)) {
        return waitingFor(created, problem, context.now());
      }
      kept ??= problem;
    }
  }
  if (kept) return { ...created, status: 'kept', problem: kept };
  const rest = withoutProblem(created);
  if (created.outcome !== 'created') return { ...rest, status: 'kept' };
  return { ...rest, status: 'removed', finishedAt: finishedAt ?? context.now().toISOString() };
}

/**
 * Deletes exactly the resources with the run's ownership tag, last step first, and waits until each is gone. Each tick
 * looks at everything again, so it also deletes what an earlier tick created meanwhile.
 */
export function backward(
  workflow: Workflow,
  { run: start, abandonedTickAt }: Pick<RunState, 'run' | 'abandonedTickAt'>,
  context: TickContext,
): Direction {
  const left = workflow.steps.filter(({ id }) => lineOf(start, id)).reverse();
  const isAbandonedTickPossible = () =>
    abandonedTickAt !== undefined &&
    context.now().getTime() < Date.parse(abandonedTickAt) + abandonedTickLimit;
  return {
    startsAtFirstStep: true,
    next: () => left[0],
    async visit(step, line, run) {
      const after: RunStep = step.undo
        ? await remove(step, step.undo, run, line, lineOf(start, step.id)?.finishedAt, context)
        : { ...withoutProblem(line), status: 'kept' };
      const isSettled = after.status !== 'running';
      if (isSettled) left.shift();
      return { run: withLine(run, after), then: isSettled ? 'next' : 'wait' };
    },
    interrupted: (_step, line) => line,
    timedOut(step, line) {
      const now = context.now();
      const { problem } = line;
      const isOver = waited(line, now) > waitTimeout;
      const special = problem && step.undo?.limitOf?.(problem);
      if (special && (isOver || waitedForProblem(line, now) > special.waitTimeout)) {
        return special.problem;
      }
      return isOver ? (problem ?? slowProblem(waitTimeout)) : undefined;
    },
    giveUp(run, line, problem) {
      left.shift();
      return withLine(run, { ...line, status: 'kept', problem });
    },
    async complete(run) {
      if (isAbandonedTickPossible()) return run;
      const { problem: _problem, ...rest } = run;
      return { ...rest, status: 'undone', finishedAt: context.now().toISOString() };
    },
  };
}
