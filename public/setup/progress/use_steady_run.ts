import { useEffect, useRef, useState } from 'react';
import type { Run, RunStep } from '../../../common/run';

/** Tolerated clock difference, in milliseconds, because responses take time to arrive. */
const tolerance = 2_000;

/**
 * The server's time in milliseconds, moving once a second while `moving`. The browser's clock can be wrong.
 */
export function useServerNow({ readAt }: Pick<Run, 'readAt'>, moving: boolean): number {
  const read = readAt === undefined ? undefined : Date.parse(readAt);
  const [now, setNow] = useState(() => read ?? Date.now());
  const ahead = useRef(0);
  useEffect(() => {
    if (read === undefined) return;
    const measured = read - Date.now();
    if (Math.abs(measured - ahead.current) > tolerance) ahead.current = measured;
  }, [read]);
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => setNow(Date.now() + ahead.current), 1_000);
    return () => clearInterval(timer);
  }, [moving]);
  return Math.max(now, read ?? now);
}

/**
 * The run with the first reported times of its finished steps. A live look and the tick report slightly different
 * times, but a time that is shown must not change.
 */
export function useSteadyRun(run: Run): Run {
  const [shown] = useState(() => new Map<string, RunStep>());
  const steps = run.steps.map((line): RunStep => {
    const key = `${run.runId} ${line.step}`;
    const before = shown.get(key);
    const steady = before?.status === line.status ? withTimesOf(line, before) : line;
    shown.set(key, steady);
    return steady;
  });
  return { ...run, steps };
}

function withTimesOf(line: RunStep, before: RunStep): RunStep {
  const { startedAt, finishedAt } = before;
  if (finishedAt === undefined) return line;
  if (line.status === 'done') return { ...line, startedAt, finishedAt };
  return line.status === 'removed' ? { ...line, startedAt, finishedAt } : line;
}
