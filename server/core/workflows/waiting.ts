import type { Problem, ProblemCode } from '../../../common/problem';
import type { Azure } from '../azure/azure';
import type { TenantApplication } from '../sign_in/application';
import type { Targets } from '../targets/target';

/**
 * The state of a tick's document. `superseded`: the run continues in another document; `undone`: the run's resources
 * are being deleted, or its record is gone. In both cases the tick must end without another action.
 */
export type Standing = 'current' | 'superseded' | 'undone';

export interface TickContext {
  azure: Azure;
  targets: Targets;
  application?: TenantApplication | undefined;
  /** No action is allowed unless it is `current`. */
  standing(): Promise<Standing>;
  /** Receives failures without a name: the run stops, and the log says where. */
  report(error: unknown): void;
  /** Fires when the tick has to end: early enough for its state to be saved. */
  signal: AbortSignal;
  /** Set while this node carries out many ticks: then a tick that only waits hands back early. */
  isCrowded?(): boolean;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** How long a tick works before it hands its state back, in milliseconds. */
export const tickLength = 30_000;

/** The same on a node with many of them. */
const shortTickLength = 3_000;

/** When the tick hands its state back instead of waiting on. Milliseconds since 1970. */
export const handsBackAt = (startedAt: number, { isCrowded }: TickContext): number =>
  startedAt + (isCrowded?.() ? shortTickLength : tickLength);

/** How often Azure is looked at while it is at work. */
export const pollInterval = 2_000;

/** Problems that pass by themselves: worth another look, up to a limit. */
export const transient: ReadonlySet<ProblemCode> = new Set([
  'account_busy',
  'azure_busy',
  'azure_throttled',
  'azure_unreachable',
  'connector_slow',
  'elasticsearch_unavailable',
  'gateway_unavailable',
  'proxy_unreachable',
]);

/** The problem of a wait that ended without a reason. */
export const slowProblem = (waitTimeout: number): Problem => ({
  code: 'operation_slow',
  detail: { minutes: waitTimeout / 60_000 },
});

/** Azure asks for a pause that is longer than the wait, in milliseconds: asking until then only prolongs it. */
export const outlasts = ({ code, detail }: Problem, waitMs: number): boolean =>
  code === 'azure_throttled' && Number(detail?.seconds ?? 0) * 1_000 > waitMs;
