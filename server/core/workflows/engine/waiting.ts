import type { Problem } from '../../../../common/problem';
import type { Azure } from '../../azure/azure';
import type { TenantApplication } from '../../sign_in/application';
import type { Targets } from '../../targets/target';

/**
 * The state of a tick's document. `superseded`: the run continues in another document; `undone`: the run's resources
 * are being deleted, or its record is gone. In both cases the tick must end without another action.
 */
export type Standing = 'current' | 'superseded' | 'undone';

export interface TickContext {
  azure: Azure;
  targets: Targets;
  application?: TenantApplication | undefined;
  /** Actions are allowed only while it is `current`. */
  standing(): Promise<Standing>;
  /** Logs unexpected failures; the run stops. */
  report(error: unknown): void;
  /** Fires when the tick has to end, early enough to save its state. */
  signal: AbortSignal;
  /** True while this node runs many ticks; a waiting tick then ends early. */
  isBusy?(): boolean;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** Length of a tick, in milliseconds. */
export const tickLength = 30_000;

/** Length of a tick on a busy node. */
const busyTickLength = 3_000;

/** When the tick ends instead of waiting longer. Milliseconds since 1970. */
export const yieldsAt = (startedAt: number, { isBusy }: TickContext): number =>
  startedAt + (isBusy?.() ? busyTickLength : tickLength);

/** Poll interval for Azure. */
export const pollInterval = 2_000;

/** The problem of a timeout without a known reason. */
export const slowProblem = (waitTimeout: number): Problem => ({
  code: 'operation_slow',
  detail: { minutes: waitTimeout / 60_000 },
});

/**
 * True if `Retry-After` is longer than the timeout (in milliseconds), because earlier requests would only prolong it.
 */
export const outlasts = ({ code, detail }: Problem, waitMs: number): boolean =>
  code === 'azure_throttled' && Number(detail?.seconds ?? 0) * 1_000 > waitMs;
