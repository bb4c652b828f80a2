import type { ProblemCode } from '../../common/problem';
import type { Azure } from '../azure/azure';
import type { Connectors } from '../connectors/connectors';

/** What a tick works with. */
export interface TickContext {
  azure: Azure;
  connectors: Connectors;
  /** False once somebody removed the task: then nothing more may be done. */
  isWanted(): Promise<boolean>;
  /** Told of failures that nothing is known about: the run stops, and the log says where. */
  report(error: unknown): void;
  /** Fires when Task Manager wants the tick to end. */
  signal: AbortSignal;
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}

/** How long a tick works before it hands its state back, in milliseconds. */
export const tickLength = 30_000;

/** How often Azure is looked at while it is at work. */
export const pollInterval = 2_000;

/** Problems that pass by themselves: worth another look, up to a limit. */
export const transient: ReadonlySet<ProblemCode> = new Set([
  'account_busy',
  'azure_busy',
  'azure_throttled',
  'azure_unreachable',
  'connector_slow',
  'gateway_unavailable',
  'proxy_unreachable',
]);
