import { SetupError } from '../../../common/problem';
import type { Run, RunStep } from '../../../common/run';
import { steps } from '../steps';
import type { Look, Step, StepContext } from '../steps/step';
import { withLine } from './run_state';
import { beforeEnd } from './waiting';

interface LiveLookOptions {
  /** Minimum time between two looks per run and node, in milliseconds. */
  intervalMs?: number;
  /** Time that the page waits for a look, in milliseconds, before it shows the saved state. */
  longestLookMs?: number;
}

/** A look that takes longer is given up, so that another one can begin, in milliseconds. */
const lookGivenUp = 60_000;

/** Runs that a node remembers having looked at. */
const remembered = 100;

interface Seen {
  at: number;
  /** When the look began that is under way. */
  lookingSince?: number;
  lines: Map<RunStep['step'], RunStep>;
}

/** The connector is looked at too; asking the model is not looking. */
const isVisible = (step: Step) => step.id !== 'first_answer';

function lineAfter(line: RunStep, look: Look, now: string): RunStep {
  const startedAt = line.startedAt ?? now;
  if (look.state === 'present') {
    const outcome = line.outcome ?? (look.mine ? 'created' : 'reused');
    const finishedAt = line.finishedAt ?? now;
    return { ...line, status: 'done', outcome, startedAt, finishedAt };
  }
  return { ...line, status: 'running', startedAt };
}

/**
 * Task Manager saves a run's state only when a tick ends; this adds what is there now. Reads only, and
 * what it sees is never written into the run.
 */
export function createLiveLook({
  intervalMs = 2_000,
  longestLookMs = 8_000,
}: LiveLookOptions = {}) {
  const seenByRun = new Map<string, Seen>();

  const remember = (runId: string, seen: Seen) => {
    seenByRun.delete(runId);
    seenByRun.set(runId, seen);
    const [oldest] = seenByRun.keys();
    if (seenByRun.size > remembered && oldest !== undefined) seenByRun.delete(oldest);
  };

  async function look(run: Run, context: StepContext, seen: Seen): Promise<void> {
    const now = new Date().toISOString();
    for (const [index, step] of steps.entries()) {
      const saved = run.steps[index];
      if (!saved || saved.status === 'done') continue;
      const line = seen.lines.get(step.id) ?? saved;
      if (line.status === 'done') continue;
      if (!isVisible(step)) {
        seen.lines.set(step.id, { ...line, status: 'running', startedAt: line.startedAt ?? now });
        return;
      }
      const after = lineAfter(line, await step.look(context), now);
      seen.lines.set(step.id, after);
      if (after.status !== 'done') return;
    }
  }

  return async function live(run: Run, context: () => Promise<StepContext>): Promise<Run> {
    const known = seenByRun.get(run.runId) ?? { at: 0, lines: new Map<RunStep['step'], RunStep>() };
    const isLooking = Date.now() - (known.lookingSince ?? 0) < lookGivenUp;
    if (!isLooking && Date.now() - known.at >= intervalMs) {
      known.at = Date.now();
      known.lookingSince = known.at;
      remember(run.runId, known);
      const looked = (async () => look(run, await context(), known))().finally(() => {
        known.lookingSince = undefined;
      });
      try {
        // A look that goes on fills the lines for the next time.
        await beforeEnd(looked, AbortSignal.timeout(longestLookMs));
      } catch (error) {
        // What could not be looked at is shown as it was saved.
        if (!(error instanceof SetupError)) throw error;
      }
    }
    return run.steps.reduce((shown, saved) => {
      const line = known.lines.get(saved.step);
      return line && saved.status !== 'done' ? withLine(shown, { ...saved, ...line }) : shown;
    }, run);
  };
}

export type LiveLook = ReturnType<typeof createLiveLook>;
