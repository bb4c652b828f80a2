import { unlessSetupError } from '../../../../common/problem';
import type { Run, RunStep } from '../../../../common/run';
import { resultOf, type StepId } from '../../../../common/steps';
import { untilAborted } from '../../in_time';
import type { Look, Step, StepContext } from '../../steps/step';
import { lookBackward } from './live_removal';
import { lineOf, runningLine, withLine } from './run_state';
import type { Workflow } from '../workflow';

interface LiveLookOptions {
  /** Minimum time between two looks per run and node, in milliseconds. */
  intervalMs?: number;
  /** Timeout after which the page shows the saved state, in milliseconds. */
  longestLookMs?: number;
}

/** Timeout after which another look can start, in milliseconds. */
const lookGivenUp = 60_000;

/** Maximum number of remembered runs per node. */
const remembered = 100;

/** The cached looks at one run. */
type SeenLines = Map<StepId, RunStep>;

interface Seen {
  at: number;
  /** When the running look began. */
  lookingSince?: number;
  lines: SeenLines;
}

/** False for steps that leave nothing to look at. */
const isVisible = ({ id }: Step) => resultOf(id) !== 'nothing';

/** Looks are cached per direction and request. */
const keyOf = ({ runId, status, steps }: Run): string =>
  JSON.stringify([runId, status, steps.map(({ name }) => name)]);

/** Statuses that only a tick can change. */
const isSettled = ({ status }: RunStep) =>
  status === 'done' || status === 'removed' || status === 'kept';

function lineAfter(before: RunStep, look: Look, now: Date): RunStep {
  const line = runningLine(before, now);
  if (look.state !== 'present') return line;
  const { problem: _problem, ...rest } = line;
  const outcome = line.outcome ?? (look.owned ? 'created' : 'reused');
  return { ...rest, status: 'done', outcome, finishedAt: now.toISOString() };
}

async function lookForward(
  { steps }: Workflow,
  run: Run,
  context: StepContext,
  seen: SeenLines,
): Promise<void> {
  const now = new Date();
  for (const step of steps) {
    const saved = lineOf(run, step.id);
    if (!saved || saved.status === 'done') continue;
    const line = seen.get(step.id) ?? saved;
    if (line.status === 'done') continue;
    if (!isVisible(step)) {
      seen.set(step.id, runningLine(line, now));
      return;
    }
    const after = lineAfter(line, await step.look(context), now);
    seen.set(step.id, after);
    if (after.status !== 'done') return;
  }
}

/**
 * Task Manager saves a run's state only when a tick ends; this adds the current state. Read-only, and not saved.
 */
export function createLiveLook({
  intervalMs = 2_000,
  longestLookMs = 8_000,
}: LiveLookOptions = {}) {
  const seenByRun = new Map<string, Seen>();

  const remember = (key: string, seen: Seen) => {
    seenByRun.delete(key);
    seenByRun.set(key, seen);
    const [oldest] = seenByRun.keys();
    if (seenByRun.size > remembered && oldest !== undefined) seenByRun.delete(oldest);
  };

  return async function live(
    workflow: Workflow,
    run: Run,
    context: () => Promise<StepContext>,
  ): Promise<Run> {
    const key = keyOf(run);
    const known = seenByRun.get(key) ?? { at: 0, lines: new Map<StepId, RunStep>() };
    const isLooking = Date.now() - (known.lookingSince ?? 0) < lookGivenUp;
    if (!isLooking && Date.now() - known.at >= intervalMs) {
      known.at = Date.now();
      known.lookingSince = known.at;
      remember(key, known);
      const look = run.status === 'undoing' ? lookBackward : lookForward;
      const looked = (async () => look(workflow, run, await context(), known.lines))().finally(
        () => {
          known.lookingSince = undefined;
        },
      );
      // A read that continues updates the lines for the next request; lines that could not be read stay as saved.
      await unlessSetupError(untilAborted(looked, AbortSignal.timeout(longestLookMs)));
    }
    return run.steps.reduce((shown, saved) => {
      const line = known.lines.get(saved.step);
      if (!line || isSettled(saved)) return shown;
      const waits = line.status === 'running' && saved.problem;
      return withLine(shown, waits ? { ...line, problem: saved.problem } : line);
    }, run);
  };
}

export type LiveLook = ReturnType<typeof createLiveLook>;
