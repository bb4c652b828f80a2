import type { StepId } from './plan';
import type { Problem } from './problem';
import type { SetupRequest } from './setup_request';

/**
 * `running`: a tick is at work or due. `blocked`: a Problem stopped it; resume carries on.
 * `finished`, `undone`: nothing more will happen. `undoing`: what it made is being removed.
 */
export type RunStatus = 'running' | 'blocked' | 'finished' | 'undoing' | 'undone';

export type RunStepStatus = 'pending' | 'running' | 'done' | 'failed' | 'removed' | 'kept';

export interface RunStep {
  step: StepId;
  status: RunStepStatus;
  /** What became of it: made by this run, or there already. */
  outcome?: 'created' | 'reused';
  name: string;
  /** ISO 8601. */
  startedAt?: string;
  finishedAt?: string;
  /** Why it waits or failed. */
  problem?: Problem;
  portalUrl?: string;
}

export interface FirstAnswer {
  text: string;
  model?: string;
  promptTokens: number;
  completionTokens: number;
  /** What the assistants do besides asking; each has a verdict of its own. */
  probes?: Probe[];
}

/** `stream`: an answer in pieces. `tools`: the model calls a function. `model`: the answer is of the model that was chosen. */
export type ProbeId = 'stream' | 'tools' | 'model';

/** Those that take a call of their own. */
export type CalledProbe = Exclude<ProbeId, 'model'>;

export interface Probe {
  probe: ProbeId;
  status: 'pass' | 'fail';
  problem?: Problem;
}

/** The record of one setup, as the page sees it. */
export interface Run {
  runId: string;
  status: RunStatus;
  request: SetupRequest;
  /** What was asked for before, in other places: something there may bear the run's mark. */
  former?: SetupRequest[];
  steps: RunStep[];
  /** Azure ids of resources that existed before: they are never deleted, regardless of their tags. */
  reused?: string[];
  /** ISO 8601. */
  startedAt: string;
  finishedAt?: string;
  /** What stopped it, when it is blocked. */
  problem?: Problem;
  answer?: FirstAnswer;
  /** Id of the connector, once it exists. */
  connectorId?: string;
}

export interface RunSummary {
  runId: string;
  status: RunStatus;
  connectorName: string;
  modelName: string;
  startedAt: string;
}

/** One thing that undo would remove. */
export interface Removal {
  step: StepId;
  name: string;
  portalUrl?: string;
  /** Present when it stays although this run made it, with the reason. */
  kept?: Problem;
}
