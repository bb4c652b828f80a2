import type { Problem } from '../../../common/problem';
import type { FirstAnswer, Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { StepId } from '../../../common/steps';
import type { Azure } from '../azure/azure';
import type { TenantApplication } from '../sign_in/application';
import type { Targets } from '../targets/target';

/** The present state, as a step reads it from Azure and Kibana. */
export type Look =
  | { state: 'missing' }
  /** It exists and Azure is still at work on it. */
  | { state: 'pending'; portalUrl?: string; problem?: Problem }
  /** It exists and fits. `mine`: it has this run's ownership tag; only then can it differ from the request. */
  | {
      state: 'present';
      mine: boolean;
      /** It has the ownership tag of another run. */
      foreign?: boolean;
      differs?: boolean;
      portalUrl?: string;
      location?: string;
    }
  /** Something exists that does not fit; acting would harm it or fail. */
  | { state: 'conflict'; problem: Problem };

export interface StepContext {
  request: SetupRequest;
  /** Absent while planning: nothing can have the ownership tag of a run that does not exist. */
  runId?: string;
  azure: Azure;
  targets: Targets;
  /** The person's own application, as far as the session has it. */
  application?: TenantApplication | undefined;
  /** The model's answer, if this run has it already. */
  answer?: FirstAnswer;
  /** All requests of the run, the present one first: a resource can be of an earlier one. */
  requests?: readonly SetupRequest[];
  /** Why the step waited before. */
  waitedFor?: Problem;
  /** Ends long calls, such as the one that waits for the model's answer. */
  signal?: AbortSignal;
}

/** The result of acting. `waiting`: nothing failed, look again later. */
export interface Applied {
  answer?: FirstAnswer;
  waiting?: Problem;
  /** The resource existed before the run: undo does not delete it. */
  reused?: true;
}

/** How undo deletes what a step created. Both functions act on what has the run's ownership tag, and on nothing else. */
export interface Undo {
  /** The resource to delete; `undefined` if none has the ownership tag. Reads only. */
  find(context: StepContext): Promise<Removal | undefined>;
  /** Deletes it. Resolves to false while that still takes time. */
  remove(context: StepContext): Promise<boolean>;
  /** Names of other targets that stop working once it is deleted. Reads only. */
  neededBy?(context: StepContext): Promise<string[]>;
  /** The problem of a resource that has the run's id before the run can have created it. */
  claimed: 'run_id_used' | 'connector_conflict' | 'inference_endpoint_conflict';
  /** Why the resource is not waited for; `isKept` tells whether undo has kept what another step created. */
  heldBy?(context: StepContext, isKept: (step: StepId) => boolean): Promise<Problem | undefined>;
  /** A problem for which undo waits for a time of its own, in milliseconds, and what it means after that. */
  limitOf?(problem: Problem): { waitTimeout: number; problem: Problem } | undefined;
}

/** One thing to create or change, and how. The facts that the page shows, too, are in `common/steps.ts`. */
export interface Step {
  id: StepId;
  /** Azure's id of the resource, if it can be deleted. */
  resourceId?(request: SetupRequest): string;
  /** Id of the object in Kibana or Elasticsearch. It follows from the run, and can change with its request. */
  objectId?(request: SetupRequest, runId: string): string;
  /** Region of the resource, if it has one. */
  location?(request: SetupRequest): string;
  /** True if creating it deletes or restores a soft-deleted one first. */
  onDeleted?(request: SetupRequest): SetupRequest['onDeletedAccount'];
  /** Why it waits when a tick ended before its call did. `waited` is in milliseconds. */
  slow?(waited: number): Problem;
  /** Reads only. */
  look(context: StepContext): Promise<Look>;
  /** Idempotent; always preceded by a `look` that found it missing or different. Can be repeated after a crash. */
  apply(context: StepContext): Promise<Applied>;
  /** Absent where nothing is left to delete. */
  undo?: Undo;
}
