import { setTimeout as pause } from 'node:timers/promises';

/** How long things take, in milliseconds. */
export interface Delays {
  /** Added to each request to Entra ID and ARM. */
  latencyMs: number;
  /** The time a new resource group's PUT takes to answer. */
  groupMs: number;
  /**
   * Creation of an account until `Succeeded`; its last fifth is `ResolvingDNS`. The deletion of a
   * resource group takes as long.
   */
  accountMs: number;
  /** After `Succeeded`, until the account's host name resolves. */
  dnsMs: number;
  /** The time a deployment's PUT takes to answer. */
  deploymentMs: number;
  /** After the deployment `Succeeded`, until the data plane knows it. */
  propagationMs: number;
  /** From `Registering` to `Registered`. */
  registrationMs: number;
  /** After the last deployment was deleted, until the account can be. */
  nestedMs: number;
  /** After a role was assigned, until the data plane knows it. */
  roleMs: number;
  /** The model's thinking time. */
  answerMs: number;
  /** Interval that a device code asks its poller to keep. */
  devicePollMs: number;
}

export type SpeedName = 'instant' | 'quick' | 'real';
export type Speed = SpeedName | ({ base?: SpeedName } & Partial<Delays>);

export const speeds: Record<SpeedName, Delays> = {
  instant: {
    latencyMs: 0,
    groupMs: 0,
    accountMs: 0,
    dnsMs: 0,
    deploymentMs: 0,
    propagationMs: 0,
    nestedMs: 0,
    registrationMs: 0,
    roleMs: 0,
    answerMs: 0,
    devicePollMs: 1_000,
  },
  quick: {
    latencyMs: 30,
    groupMs: 500,
    accountMs: 3_000,
    dnsMs: 500,
    deploymentMs: 1_000,
    propagationMs: 4_000,
    nestedMs: 2_000,
    registrationMs: 3_000,
    roleMs: 2_000,
    answerMs: 300,
    devicePollMs: 2_000,
  },
  real: {
    latencyMs: 150,
    groupMs: 1_000,
    accountMs: 25_000,
    dnsMs: 5_000,
    deploymentMs: 4_000,
    propagationMs: 20_000,
    nestedMs: 20_000,
    registrationMs: 15_000,
    roleMs: 120_000,
    answerMs: 1_500,
    devicePollMs: 5_000,
  },
};

export const speedNames: readonly SpeedName[] = ['instant', 'quick', 'real'];

export const delaysOf = (speed: Speed): Delays => {
  if (typeof speed === 'string') return { ...speeds[speed] };
  const { base = 'instant', ...overrides } = speed;
  return { ...speeds[base], ...overrides };
};

interface PathOptions {
  /** The resource group is new. Default true. */
  newGroup?: boolean;
  /** The resource provider has to be registered first. Default false. */
  register?: boolean;
}

/**
 * The minimum wait between the first write and the model's first answer, in
 * milliseconds:
 *
 *     [registration + 1 latency] + [1 latency + group] + 1 latency + account
 *       + max(dns, 1 latency + deployment + propagation) + answer
 *
 * DNS runs beside the deployment, and the keys can be read beside both. Sign-in, reading before the first
 * write, and the granularity of a client's own waiting are not part of it.
 */
export function criticalPathMs(speed: Speed, options: PathOptions = {}): number {
  const { newGroup = true, register = false } = options;
  const delays = delaysOf(speed);
  const { latencyMs } = delays;
  const before =
    (register ? latencyMs + delays.registrationMs : 0) +
    (newGroup ? latencyMs + delays.groupMs : 0);
  const account = latencyMs + delays.accountMs;
  const usable = Math.max(delays.dnsMs, latencyMs + delays.deploymentMs + delays.propagationMs);
  return before + account + usable + delays.answerMs;
}

/** Waits for one of the delays; a delay of 0 takes no time at all. */
export const passed = async (milliseconds: number): Promise<void> => {
  if (milliseconds > 0) await pause(milliseconds);
};
