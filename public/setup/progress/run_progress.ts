import { isMoving, type Run, type RunStep } from '../../../common/run';
import { isCreation, resultOf, usualTime, waitTimeoutOf } from '../../../common/steps';

/** The time of a step on the common axis, in milliseconds from the start of the first step. */
export interface Bar {
  from: number;
  length: number;
  /** An estimate for a step that has not begun. */
  expected: boolean;
}

/** A row of the progress screen. */
export interface Row {
  line: RunStep;
  /** In milliseconds; absent if the record has no times. */
  elapsed?: number;
  bar?: Bar;
}

export interface Progress {
  rows: Row[];
  /** Length of the axis, in milliseconds. */
  length: number;
  /** Steps that are over; during undo, deleted resources. */
  done: number;
  /** All steps; during undo, without the resources that are kept. */
  total: number;
  /** Elapsed share of the usual time, from 0 to 1; during undo, the share of deleted resources. */
  share: number;
  /** The running step. */
  current?: Row;
  /** In milliseconds; absent while a step takes longer than usual, and during undo. */
  left?: number;
}

export const isRemoval = ({ status }: Run): boolean => status === 'undoing' || status === 'undone';

/** A step that changes nothing, such as an existing registration; it gets a row only if it does something. */
function isIdle({ step, status, outcome, problem }: RunStep): boolean {
  if (resultOf(step) !== 'lasting_change') return false;
  if (status === 'done') return outcome === 'reused';
  return status === 'pending' && !problem;
}

/** The steps with a row, in the order in which they are done. */
function linesOf(run: Run): RunStep[] {
  if (isRemoval(run))
    return withSpinner(
      run,
      run.steps.filter(({ step }) => isCreation(step)),
    );
  const lines = run.steps.filter((line) => !isIdle(line));
  return withSpinner(run, lines.length > 0 ? lines : run.steps);
}

/**
 * The step that is shown as running until the server reports one: the next step, or during undo the last created
 * resource.
 */
function withSpinner(run: Run, lines: RunStep[]): RunStep[] {
  if (!isMoving(run) || lines.some(({ status }) => status === 'running')) return lines;
  const next = isRemoval(run)
    ? lines.findLast(({ status, outcome }) => status === 'pending' && outcome !== 'reused')
    : lines.find(({ status }) => status === 'pending');
  if (!next) return lines;
  const { step, name, outcome, portalUrl } = next;
  const running = { step, name, outcome, portalUrl, status: 'running', startedAt: '' } as const;
  return lines.map((line) => (line === next ? running : line));
}

const time = (iso: string | undefined): number | undefined => (iso ? Date.parse(iso) : undefined);

const isOver = ({ status }: RunStep): boolean =>
  status === 'done' || status === 'removed' || status === 'kept';

/** During undo: it existed before the run, or is in use by something else. */
const isKept = ({ status, outcome }: RunStep): boolean => status === 'kept' || outcome === 'reused';

function elapsedOf({ startedAt, finishedAt, status }: RunStep, now: number): number | undefined {
  const start = time(startedAt);
  const end = time(finishedAt) ?? (status === 'running' ? now : undefined);
  return start === undefined || end === undefined ? undefined : Math.max(0, end - start);
}

/**
 * The rows and the progress of a run. @param now - The server's time, in milliseconds.
 */
export function progressOf(run: Run, now: number): Progress {
  const lines = linesOf(run);
  const removal = isRemoval(run);
  const moving = isMoving(run);
  const starts = lines.flatMap(({ startedAt }) => time(startedAt) ?? []);
  const zero = Math.min(...starts, now);
  let end = 0;
  let left = 0;
  let passed = 0;
  const rows = lines.map((line): Row => {
    const elapsed = elapsedOf(line, now);
    const usual = usualTime(line.step);
    const start = time(line.startedAt);
    passed += isOver(line) ? usual : Math.min(elapsed ?? 0, usual);
    if (start !== undefined) {
      const from = Math.max(0, start - zero);
      const length = elapsed ?? 0;
      const rest = line.status === 'running' ? Math.max(0, usual - length) : 0;
      left += rest;
      end = Math.max(end, from + length + (removal ? 0 : rest));
      return {
        line,
        ...(elapsed !== undefined && { elapsed }),
        bar: { from, length, expected: false },
      };
    }
    if (removal || isOver(line) || !moving) return { line };
    const from = end;
    left += usual;
    end += usual;
    return { line, bar: { from, length: usual, expected: true } };
  });
  const usual = lines.reduce((sum, { step }) => sum + usualTime(step), 0);
  const counted = removal ? lines.filter((line) => !isKept(line)) : lines;
  const done = counted.filter(isOver).length;
  const total = counted.length;
  const current = rows.find(({ line }) => line.status === 'running');
  return {
    rows,
    length: Math.max(end, 1),
    done,
    total,
    share: removal ? done / Math.max(1, total) : passed / usual,
    ...(current && { current }),
    ...(moving && !removal && !(current && isSlow(current)) && { left }),
  };
}

/** The delay after which the page explains a wait, in milliseconds. */
const longWait = 30_000;

/** True if the step takes longer than usual or waits for a problem. */
export const isSlow = ({ line, elapsed = 0 }: Row): boolean =>
  line.problem !== undefined || elapsed > Math.max(longWait, 1.5 * usualTime(line.step));

/** How long the step can take, in minutes. */
export const longestMinutes = ({ line }: Row): number =>
  Math.ceil(waitTimeoutOf(line.step, line.problem?.code) / 60_000);
