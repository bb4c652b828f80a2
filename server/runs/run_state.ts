import type { TaskState } from '@kbn/task-manager-plugin/server';
import * as z from 'zod/mini';
import { SetupError, type Problem } from '../../common/problem';
import type { Run, RunStep } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { steps } from '../steps';

/** Whose run it is. Sealed sessions are bound to the same two. */
export interface Owner {
  user: string;
  space: string;
}

/** What the task's document holds. No readable secret: the session is sealed. */
export interface RunState {
  run: Run;
  owner: Owner;
  /** Dropped as soon as the run has no more use for it. */
  session?: string;
  /** For undo: when the run's own task was taken away while a tick of it was at work. ISO 8601. */
  strayTickAt?: string;
}

/** A finished run stays readable for so long. */
export const keepFor = 7 * 24 * 60 * 60 * 1000;

const shape = z.looseObject({
  run: z.looseObject({ runId: z.string(), status: z.string(), steps: z.array(z.unknown()) }),
  owner: z.looseObject({ user: z.string(), space: z.string() }),
});
const isRunState = (state: unknown): state is RunState => shape.safeParse(state).success;

/** Reads the state back; a document of another shape is nobody's run. */
export function parseRunState(state: TaskState): RunState {
  if (!isRunState(state)) throw new SetupError({ code: 'run_not_found' });
  return state;
}

export const toTaskState = (state: RunState): TaskState => ({ ...state });

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

/** Going again: done lines stay done, the failed one starts anew, names follow the request. */
export function resumed(run: Run, request: SetupRequest): Run {
  const { problem: _problem, ...rest } = run;
  const again = (line: RunStep, index: number): RunStep => {
    const name = steps[index]?.name(request) ?? line.name;
    return line.status === 'done'
      ? { ...line, name }
      : {
          step: line.step,
          name,
          status: 'pending',
          ...(line.outcome && { outcome: line.outcome }),
        };
  };
  return { ...rest, request, status: 'running', steps: run.steps.map(again) };
}
