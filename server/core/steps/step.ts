import type { Problem } from '../../../common/problem';
import type { FirstAnswer, Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { StepId } from '../../../common/steps';
import type { Azure } from '../azure/azure';
import type { TenantApplication } from '../sign_in/application';
import type { Targets } from '../targets/target';

/** The current state that a step reads from Azure and Kibana. */
export type Look =
  | { state: 'missing' }
  /** It exists and Azure is still at work on it. */
  | { state: 'pending'; portalUrl?: string; problem?: Problem }
  /** It exists. `owned`: it has this run's ownership tag; only then can it differ from the request. */
  | {
      state: 'present';
      owned: boolean;
      /** True if it has the ownership tag of another run. */
      foreign?: boolean;
      differs?: boolean;
      portalUrl?: string;
      location?: string;
    }
  /** Something exists that does not fit; acting would harm it or fail. */
  | { state: 'conflict'; problem: Problem };

export interface StepContext {
  request: SetupRequest;
  /** Absent in a plan, which has no run. */
  runId?: string;
  /** The setup whose resources the run changes, for a run that creates none. */
  setUpId?: string | undefined;
  /** For a change of the throughput: tokens per minute of one unit. */
  tokensPerUnit?: number | undefined;
  azure: Azure;
  targets: Targets;
  /** The person's application, if the session has it. */
  application?: TenantApplication | undefined;
  /** The model's answer, if the run already has one. */
  answer?: FirstAnswer;
  /** All requests of the run, current one first, because resources can belong to an earlier one. */
  requests?: readonly SetupRequest[];
  /** Why the step was waiting. */
  waitedFor?: Problem;
  /** Aborts long calls, such as the question to the model. */
  signal?: AbortSignal;
}

/** The result of `apply`. `waiting`: look again later. */
export interface Applied {
  answer?: FirstAnswer;
  waiting?: Problem;
  /** True if the resource existed before the run, so undo keeps it. */
  reused?: true;
}

/** How undo deletes what a step created. Acts only on resources with the run's ownership tag. */
export interface Undo {
  /** The resource to delete; `undefined` if none has the ownership tag. Read-only. */
  find(context: StepContext): Promise<Removal | undefined>;
  /** Deletes it. Resolves to false while the deletion is in progress. */
  remove(context: StepContext): Promise<boolean>;
  /** Names of other targets that stop working without it. Read-only. */
  neededBy?(context: StepContext): Promise<string[]>;
  /** The problem of a resource that has the run's id before the run starts. */
  claimed: 'run_id_used' | 'connector_conflict' | 'inference_endpoint_conflict';
  /** Why undo does not wait for the resource; `isKept` tells whether undo has kept another step's resource. */
  heldBy?(context: StepContext, isKept: (step: StepId) => boolean): Promise<Problem | undefined>;
  /** A problem with a separate undo timeout, in milliseconds, and the problem after it. */
  limitOf?(problem: Problem): { waitTimeout: number; problem: Problem } | undefined;
}

/** One thing to create or change, and how. The facts that the page shows, too, are in `common/steps.ts`. */
export interface Step {
  id: StepId;
  /** ARM id of the resource, if it can be deleted. */
  resourceId?(request: SetupRequest): string;
  /** Id of the object in Kibana or Elasticsearch, derived from the run and its request. */
  objectId?(request: SetupRequest, runId: string): string;
  /** Region of the resource, if it has one. */
  location?(request: SetupRequest): string;
  /** True if creating it deletes or restores a soft-deleted one first. */
  onDeleted?(request: SetupRequest): SetupRequest['onDeletedAccount'];
  /** The problem if a tick ended before the step's call. `waited` is in milliseconds. */
  slow?(waited: number): Problem;
  /** Read-only. */
  look(context: StepContext): Promise<Look>;
  /**
   * Idempotent, so it can be repeated after a crash. Always preceded by a `look` that found it missing or different.
   */
  apply(context: StepContext): Promise<Applied>;
  /** Absent if there is nothing to delete. */
  undo?: Undo;
}
