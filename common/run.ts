import type { DefaultModelRecord } from './default_model';
import type { Problem } from './problem';
import type { SetupRequest } from './setup_request';
import type { StepId, WorkflowId } from './steps';
import type { TargetChoice, TargetKind } from './targets/targets';

interface StepOfRun {
  step: StepId;
  /** Whether the run created or changed it, or it existed before. */
  outcome?: 'created' | 'reused';
  name: string;
  portalUrl?: string;
}

/** One step of a run. Times are ISO 8601. */
export type RunStep = StepOfRun &
  (
    | { status: 'pending'; startedAt?: undefined; finishedAt?: undefined; problem?: undefined }
    /** The problem is why it waits, and `problemSince` when it began to wait for it. */
    | {
        status: 'running';
        startedAt: string;
        finishedAt?: undefined;
        problem?: Problem;
        problemSince?: string;
      }
    | { status: 'done'; startedAt?: string; finishedAt: string; problem?: undefined }
    | { status: 'failed'; startedAt?: string; finishedAt?: undefined; problem: Problem }
    | { status: 'removed'; startedAt?: string; finishedAt?: string; problem?: undefined }
    /** The problem is why undo has kept it; without one, undo had nothing to delete. */
    | { status: 'kept'; startedAt?: string; finishedAt?: undefined; problem?: Problem }
  );

export type RunStepStatus = RunStep['status'];

export interface FirstAnswer {
  text: string;
  model?: string;
  promptTokens: number;
  completionTokens: number;
  /** The capabilities that the assistants need, each with its own verdict. */
  probes?: Probe[];
}

/** The model's answer to the person's question. */
export interface ChatAnswer {
  text: string;
  /** True if the answer was cut off. */
  isCut: boolean;
  /** Absent if the endpoint reported no usage. */
  promptTokens?: number;
  completionTokens?: number;
}

/**
 * `assistants`: Kibana's assistants list it and get an answer. `stream`: streamed answers work. `tools`: the model
 * calls a function. `model`: the chosen model answered.
 */
export type ProbeId = 'assistants' | 'stream' | 'tools' | 'model';

/** Features that need a separate call. */
export type CalledProbe = Exclude<ProbeId, 'model'>;

export interface Probe {
  probe: ProbeId;
  /** `untested`: the test is not possible in this Kibana; the problem explains why. */
  status: 'pass' | 'fail' | 'untested';
  problem?: Problem;
}

interface AnyRun {
  runId: string;
  workflow: WorkflowId;
  /** The setup whose deployment a run of `change_size` changes. Absent in records of earlier versions. */
  setUpId?: string;
  /** For a throughput change: tokens per minute of one unit of quota. Absent in records of earlier versions. */
  tokensPerUnit?: number;
  request: SetupRequest;
  /** Earlier requests with other names or locations, whose resources can have the run's ownership tag. */
  previousRequests?: SetupRequest[];
  steps: RunStep[];
  /** Azure ids of resources that existed before the run; undo never deletes them, regardless of their tags. */
  reused?: string[];
  /** ISO 8601. */
  startedAt: string;
  /** Server time when the run was read. ISO 8601; not saved. */
  readAt?: string;
  /** Of a finished setup: the kinds of targets that have been deleted since, as far as the person can see them; never saved. */
  missingTargets?: TargetKind[];
  answer?: FirstAnswer;
  /** For a setup: the last run that changed the throughput of its deployment. `startedAt` is ISO 8601. */
  lastChange?: { changeId: string; startedAt: string };
  /** Present after the connector was made the default model, or after undo checked that. */
  defaultModel?: DefaultModelRecord;
}

/** The record of one execution of a workflow, as the page sees it. */
export type Run = AnyRun &
  /** A tick is running or due. */
  (
    | { status: 'running'; problem?: undefined; finishedAt?: undefined }
    /** Stopped by the problem; it can be resumed. */
    | { status: 'blocked'; problem: Problem; finishedAt?: undefined }
    | { status: 'finished'; problem?: undefined; finishedAt: string }
    /** Its resources are being deleted; if there is a problem, the removal has stopped. */
    | { status: 'undoing'; problem?: Problem; finishedAt?: undefined }
    | { status: 'undone'; problem?: undefined; finishedAt: string }
  );

export type RunStatus = Run['status'];

/** True if a run continues by itself. A problem stops a setup (`blocked`) as well as a removal (`undoing`). */
export const isMoving = (run: Run | undefined): boolean =>
  run?.problem === undefined && (run?.status === 'running' || run?.status === 'undoing');

export interface RunSummary {
  runId: string;
  workflow: WorkflowId;
  setUpId?: string;
  status: RunStatus;
  /** True if a problem has stopped the setup or the removal. */
  isStopped: boolean;
  target: TargetChoice;
  /** Name of the connector or endpoint in Kibana. */
  targetName: string;
  /** Id of the connector or endpoint for the assistants. */
  targetId: string;
  modelName: string;
  startedAt: string;
  /** As in the run. */
  missingTargets?: TargetKind[];
}

/** A resource that undo would delete. */
export interface Removal {
  step: StepId;
  name: string;
  portalUrl?: string;
  /** Why undo keeps it, although this run created it. */
  kept?: Problem;
  /** Names of other connectors and inference endpoints, visible to the person, that stop working without it. */
  neededBy?: readonly string[];
}
