import { SetupError, unlessSetupError, type ProblemCode } from '../../../../common/problem';
import type { Run, RunStep } from '../../../../common/run';
import { longestWaitOf, waitTimeoutOf } from '../../../../common/steps';
import { untilAborted, abortedCall } from '../../in_time';
import type { Look, Step, StepContext } from '../../steps/step';
import type { Direction, Visit } from './direction';
import {
  blocked,
  isReused,
  lineOf,
  requestsOf,
  saved,
  waited,
  waitedForProblem,
  waitingFor,
  withoutProblem,
  type RunningLine,
} from './run_state';
import { transientProblems } from '../../transient_problems';
import { outlasts, slowProblem, type TickContext } from './waiting';
import type { Workflow } from '../workflow';

/** ARM is eventually consistent: a read can miss an accepted write. */
const settling: ReadonlySet<ProblemCode> = new Set([
  ...transientProblems,
  'principal_not_found',
  'provider_not_registered',
  'resource_group_not_found',
  'resource_not_found',
]);

/** Creates the resource, or updates it to match the request. */
async function act(
  step: Step,
  line: RunningLine,
  run: Run,
  stepContext: StepContext,
  { standing, now }: TickContext,
): Promise<Visit> {
  const superseded: Visit = { end: { run, superseded: true } };
  if ((await standing()) !== 'current') return superseded;
  const applied = await step.apply(stepContext);
  const after = await standing();
  if (after !== 'current') {
    // Undo began meanwhile and can already be past this step.
    if (!applied.reused && after === 'undone') await step.undo?.remove(stepContext);
    return superseded;
  }
  const outcome = applied.reused ? 'reused' : 'created';
  const { waiting: problem, answer } = applied;
  if (problem) {
    const waiting = waitingFor({ ...line, outcome }, problem, now());
    return { run: saved(run, step, waiting), then: 'wait' };
  }
  const next = saved(run, step, withoutProblem({ ...line, outcome }));
  return { run: answer ? { ...next, answer } : next, then: 'again' };
}

/** Derives `created` or `reused` from the current ownership tag, unless the record says that it existed before. */
function outcomeOf(
  { owned, foreign }: Extract<Look, { state: 'present' }>,
  line: RunStep,
  known: boolean,
): RunStep['outcome'] {
  if (known || foreign) return 'reused';
  return owned ? 'created' : (line.outcome ?? 'reused');
}

/** Looks at one step and creates the resource if it is missing. */
async function lookAndAct(
  step: Step,
  line: RunningLine,
  run: Run,
  context: TickContext,
): Promise<Visit> {
  const { azure, targets, application, now, signal } = context;
  const { request, runId, setUpId, tokensPerUnit, answer } = run;
  const stepContext: StepContext = {
    request,
    requests: requestsOf(run),
    runId,
    setUpId,
    tokensPerUnit,
    azure,
    targets,
    application,
    answer,
    waitedFor: line.problem,
    signal,
  };
  const look = await step.look(stepContext);
  switch (look.state) {
    case 'present': {
      const known = isReused(run, step, request);
      const differs = look.differs && !known && line.outcome === undefined;
      if (differs) return act(step, line, run, stepContext, context);
      const { portalUrl } = look;
      const done: RunStep = {
        ...withoutProblem(line),
        ...(portalUrl && { portalUrl }),
        status: 'done',
        outcome: outcomeOf(look, line, known),
        finishedAt: now().toISOString(),
      };
      return { run: saved(run, step, done), then: 'next' };
    }
    case 'pending': {
      const { problem } = look;
      const waiting = problem ? waitingFor(line, problem, now()) : withoutProblem(line);
      return { run: saved(run, step, waiting), then: 'wait' };
    }
    case 'conflict':
      throw new SetupError(look.problem);
    case 'missing':
      return act(step, line, run, stepContext, context);
  }
}

async function visit(
  step: Step,
  line: RunningLine,
  run: Run,
  context: TickContext,
): Promise<Visit> {
  try {
    return await lookAndAct(step, line, run, context);
  } catch (error) {
    if (!(error instanceof SetupError) || context.signal.aborted) throw error;
    const { problem } = error;
    if (settling.has(problem.code) && !outlasts(problem, waitTimeoutOf(step.id))) {
      return { run: saved(run, step, waitingFor(line, problem, context.now())), then: 'wait' };
    }
    if (problem.code === 'unexpected') context.report(error);
    if (problem.code === 'task_key_rejected') return { end: { run, refusedKey: problem } };
    return { end: { run: blocked(run, problem) } };
  }
}

/** Looks again before the run finishes, because another run can have taken over a resource. */
async function verified(
  { steps }: Workflow,
  run: Run,
  { azure, targets, application, signal }: TickContext,
): Promise<Run> {
  const { request, runId } = run;
  let after = run;
  for (const step of steps) {
    const line = lineOf(after, step.id);
    if (!step.resourceId || line?.outcome !== 'created') continue;
    const look = await step.look({ request, runId, azure, targets, application, signal });
    if (look.state !== 'present' || !look.foreign) continue;
    after = saved(after, step, { ...line, outcome: 'reused' });
  }
  return after;
}

/** Applies the workflow. */
export const forward = (workflow: Workflow, _state: unknown, context: TickContext): Direction => ({
  startsAtFirstStep: false,
  next({ steps }) {
    const open = steps.find(({ status }) => status !== 'done');
    return workflow.steps.find(({ id }) => id === open?.step);
  },
  visit: (step, line, run) => visit(step, line, run, context),
  interrupted(step, line) {
    const problem = step.slow?.(waited(line, context.now()));
    return problem ? waitingFor(line, problem, context.now()) : line;
  },
  timedOut(step, line) {
    const { problem } = line;
    const now = context.now();
    const limit = waitTimeoutOf(step.id, problem?.code);
    // A new problem does not reset the overall timeout.
    const isOver =
      waitedForProblem(line, now) >= limit || waited(line, now) >= longestWaitOf(step.id);
    if (!isOver) return undefined;
    return problem ?? slowProblem(limit);
  },
  giveUp: (run, _line, problem) => blocked(run, problem),
  async complete(run) {
    const look = untilAborted(verified(workflow, run, context), context.signal);
    const after = (await unlessSetupError(look)) ?? abortedCall;
    // If Azure does not say, the record stays as it is.
    const { problem: _problem, ...rest } = after === abortedCall ? run : after;
    return { ...rest, status: 'finished', finishedAt: context.now().toISOString() };
  },
});
