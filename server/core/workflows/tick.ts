import { SetupError, type Problem, type ProblemCode } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import { steps } from '../steps';
import type { Look, Step, StepContext } from '../steps/step';
import { blocked, isReused, requestsOf, withLine, withOutcome } from './run_state';
import {
  beforeEnd,
  handsBackAt,
  outlasts,
  pollInterval,
  tickLength,
  timeIsOver,
  transient,
  type TickContext,
} from './waiting';

export interface TickResult {
  run: Run;
  /** True if the run continues in another document or was removed: the result is no longer needed. */
  unwanted?: boolean;
  /** Set when Kibana did not accept the API key of the task. */
  refusedKey?: Problem;
}

const minute = 60_000;
/** How long a step may wait. Azure names five minutes for a new deployment to answer. */
const patience: Partial<Record<Step['id'], number>> = {
  provider_registration: 10 * minute,
  account: 10 * minute,
  model_deployment: 10 * minute,
  first_answer: 5 * minute,
};
const usualPatience = 2 * minute;
const patienceOf = ({ id }: Step): number => patience[id] ?? usualPatience;

/** Reasons to wait that pass soon or not at all: network rules that were just changed are in force within a minute. */
const shortWaits: Partial<Record<ProblemCode, number>> = { network_rules_block: minute };

/** Azure forgets for a moment what it has just been told. */
const settling: ReadonlySet<ProblemCode> = new Set([
  ...transient,
  'provider_not_registered',
  'resource_group_not_found',
  'resource_not_found',
]);

type Outcome =
  | { kind: 'done'; line: RunStep; answer?: Run['answer'] }
  | { kind: 'again'; line: RunStep; answer?: Run['answer'] }
  | { kind: 'wait'; line: RunStep }
  | { kind: 'unwanted' };

const without = ({ problem: _problem, ...line }: RunStep): RunStep => line;

/** Makes the thing, or makes it as asked for. */
async function act(
  step: Step,
  line: RunStep,
  stepContext: StepContext,
  context: TickContext,
): Promise<Outcome> {
  if (!(await context.isWanted())) return { kind: 'unwanted' };
  const applied = await step.apply(stepContext);
  if (!(await context.isWanted())) {
    // Undo began in the middle of it, and may be past this step already.
    if (!applied.reused && (await context.isTakenBack())) await step.undo(stepContext);
    return { kind: 'unwanted' };
  }
  const touched: RunStep = { ...line, outcome: applied.reused ? 'reused' : 'created' };
  if (applied.waiting) return { kind: 'wait', line: { ...touched, problem: applied.waiting } };
  return { kind: 'again', line: without(touched), answer: applied.answer };
}

/** Whose the thing is: the tag found now says so, unless the record knows that it was there before. */
function outcomeOf(
  { mine, foreign }: Extract<Look, { state: 'present' }>,
  line: RunStep,
  known: boolean,
): RunStep['outcome'] {
  if (known || foreign) return 'reused';
  return mine ? 'created' : (line.outcome ?? 'reused');
}

/** Looks at one step and, when the thing is missing, makes it. */
async function advance(
  step: Step,
  line: RunStep,
  run: Run,
  context: TickContext,
): Promise<Outcome> {
  const { azure, connectors, now, signal } = context;
  const { request, runId, answer } = run;
  const stepContext: StepContext = {
    request,
    requests: requestsOf(run),
    runId,
    azure,
    connectors,
    answer,
    waitedFor: line.problem,
    signal,
  };
  const look = await step.look(stepContext);
  switch (look.state) {
    case 'present': {
      const known = isReused(run, step, request);
      const differs = look.differs && !known && line.outcome === undefined;
      if (differs) return act(step, line, stepContext, context);
      const outcome = outcomeOf(look, line, known);
      const { portalUrl } = look;
      const finishedAt = now().toISOString();
      const done = { ...without(line), status: 'done' as const, outcome, finishedAt };
      return { kind: 'done', line: portalUrl ? { ...done, portalUrl } : done };
    }
    case 'pending':
      return {
        kind: 'wait',
        line: look.problem ? { ...line, problem: look.problem } : without(line),
      };
    case 'conflict':
      throw new SetupError(look.problem);
    case 'missing':
      return act(step, line, stepContext, context);
  }
}

/** Waiting has an end: then the reason for the wait becomes the problem. */
function outOfPatience(step: Step, line: RunStep, now: Date): Problem | undefined {
  const waited = now.getTime() - Date.parse(line.startedAt ?? now.toISOString());
  const longest = patienceOf(step);
  const limit = Math.min(longest, (line.problem && shortWaits[line.problem.code]) ?? longest);
  if (waited < limit) return undefined;
  return line.problem ?? { code: 'operation_slow', detail: { minutes: limit / minute } };
}

async function attempt(step: Step, line: RunStep, run: Run, context: TickContext) {
  try {
    return await advance(step, line, run, context);
  } catch (error) {
    if (!(error instanceof SetupError) || !settling.has(error.problem.code)) throw error;
    if (outlasts(error.problem, patienceOf(step))) throw error;
    const waiting: Outcome = { kind: 'wait', line: { ...line, problem: error.problem } };
    return waiting;
  }
}

/** Looked at once more before the run is called finished: another one may have written over it meanwhile. */
async function verified(run: Run, { azure, connectors, signal }: TickContext): Promise<Run> {
  const { request, runId } = run;
  const made = steps.filter(
    (step) =>
      step.resourceId &&
      run.steps.some((line) => line.step === step.id && line.outcome === 'created'),
  );
  let after = run;
  for (const step of made) {
    const look = await step.look({ request, runId, azure, connectors, signal });
    const line = after.steps.find((one) => one.step === step.id);
    if (!line || look.state !== 'present' || !look.foreign) continue;
    after = withOutcome(withLine(after, { ...line, outcome: 'reused' }), step, 'reused');
  }
  return after;
}

/** The same, where Azure does not say: then the record stays as it is. */
async function verifiedIfPossible(run: Run, context: TickContext): Promise<Run> {
  try {
    const after = await beforeEnd(verified(run, context), context.signal);
    return after === timeIsOver ? run : after;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return run;
  }
}

/** Why a step waits that was still being looked at when the tick ended. */
function unanswered(step: Step, line: RunStep, now: Date): RunStep {
  if (step.id !== 'first_answer') return line;
  const waited = now.getTime() - Date.parse(line.startedAt ?? now.toISOString());
  const seconds = Math.round(waited / 1_000);
  return { ...line, problem: { code: 'answer_slow', detail: { seconds } } };
}

/**
 * One tick: look at the world, do what is missing, look again, until the run is finished, blocked, or
 * the tick's time is over. Safe to repeat after a crash at any point.
 */
export async function tick(start: Run, context: TickContext): Promise<TickResult> {
  const { now, sleep, signal } = context;
  const startedAtMs = now().getTime();
  let run = start;
  let acted: Step['id'] | undefined;
  for (;;) {
    const index = run.steps.findIndex((line) => line.status !== 'done');
    const open = run.steps[index];
    const step = steps[index];
    if (!open || !step) return { run: finished(await verifiedIfPossible(run, context), now()) };
    const startedAt = open.startedAt ?? now().toISOString();
    const line: RunStep = { ...open, status: 'running', startedAt };
    run = withLine(run, line);
    try {
      const outcome = await beforeEnd(attempt(step, line, run, context), signal);
      if (outcome === timeIsOver) {
        const waiting = unanswered(step, line, now());
        const problem = outOfPatience(step, waiting, now());
        run = withLine(run, waiting);
        return { run: problem ? blocked(run, problem) : run };
      }
      if (outcome.kind === 'unwanted') return { run, unwanted: true };
      run = withOutcome(withLine(run, outcome.line), step, outcome.line.outcome);
      if ('answer' in outcome && outcome.answer) run = { ...run, answer: outcome.answer };
      if (step.id === 'connector' && outcome.kind === 'done') {
        run = { ...run, connectorId: run.runId };
      }
      // What was just made is looked at without delay, once: Azure may take a while to know of it.
      const atOnce = outcome.kind === 'done' || (outcome.kind === 'again' && acted !== step.id);
      if (outcome.kind === 'again') acted = step.id;
      if (atOnce && now().getTime() < startedAtMs + tickLength) continue;
      // After a slow action, the next tick does the rest, with its full time limit.
      if (atOnce) return { run };
      const problem = outOfPatience(step, outcome.line, now());
      if (problem) return { run: blocked(run, problem) };
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      if (error.problem.code === 'unexpected') context.report(error);
      if (error.problem.code === 'task_key_rejected') return { run, refusedKey: error.problem };
      return { run: blocked(run, error.problem) };
    }
    const until = handsBackAt(startedAtMs, context);
    if (signal.aborted || now().getTime() + pollInterval > until) return { run };
    await sleep(pollInterval);
  }
}

const finished = (run: Run, now: Date): Run => ({
  ...run,
  status: 'finished',
  finishedAt: now.toISOString(),
});
