import { readFileSync } from 'node:fs';
import type { Answer } from '../routes/support/ask';
import { secretMarker } from '../azure';

export interface Finding {
  /** Seed and round number, to reproduce it. */
  where: string;
  what: string;
}

/** Milliseconds; longer than any page waits. */
const longestAnswerMs = 10_000;
/** Maximum growth of Kibana's memory over all rounds, in MB. */
export const mostMemoryMb = 400;

/** Resident memory of a process, in MB (`/proc`). */
export function memoryMb(pid: number): number {
  const kB = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kB ?? 0) / 1_024);
}

/** The faults of one response. */
export function judge(answer: Answer, milliseconds: number): string[] {
  const { status, text } = answer;
  return [
    ...(status >= 500 || status === 0 ? [`status ${status}: ${text.slice(0, 200)}`] : []),
    ...(milliseconds > longestAnswerMs ? [`answered after ${milliseconds} ms`] : []),
    ...(text.includes(secretMarker) ? ['a secret in the answer'] : []),
  ];
}

/** Calls a route; a failed connection is the status 0. */
export async function timed(
  call: () => Promise<Answer>,
): Promise<{ answer: Answer; milliseconds: number }> {
  const begin = Date.now();
  const answer = await call().catch((error: unknown): Answer => ({
    status: 0,
    text: String(error),
    body: undefined,
  }));
  return { answer, milliseconds: Date.now() - begin };
}

/** Counts of one kind of call, for the table. */
export interface Tally {
  calls: number;
  statuses: Map<number, number>;
  slowestMs: number;
}

export const newTally = (): Tally => ({ calls: 0, statuses: new Map(), slowestMs: 0 });

export function count(tally: Tally, { status }: Answer, milliseconds: number): void {
  tally.calls += 1;
  tally.statuses.set(status, (tally.statuses.get(status) ?? 0) + 1);
  tally.slowestMs = Math.max(tally.slowestMs, milliseconds);
}

export function table(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].map(([name, { calls, statuses, slowestMs }]) => {
    const counted = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    return `${name.padEnd(24)} ${String(calls).padStart(6)} ${String(slowestMs).padStart(7)} ms  ${counted.join(', ')}`;
  });
  return [
    `${'what'.padEnd(24)} ${'calls'.padStart(6)} ${'slowest'.padStart(10)}  statuses`,
    ...rows,
  ].join('\n');
}
