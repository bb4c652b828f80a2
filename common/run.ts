import type { DefaultModelRecord } from './default_model';
import type { Problem } from './problem';
import type { SetupRequest } from './setup_request';
import type { StepId, WorkflowId } from './steps';

interface StepOfRun {
  step: StepId;
  /** Created or changed by this run, or present before. */
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
  /** The capabilities that the assistants need; each has its own verdict. */
  probes?: Probe[];
}

/** The model's answer to a question of the person's own. */
export interface ChatAnswer {
  text: string;
  /** It was longer than an answer can be here. */
  isCut: boolean;
  /** Absent if the endpoint reported no usage. */
  promptTokens?: number;
  completionTokens?: number;
}

/** `assistants`: Kibana's assistants list it and get an answer. `stream`: an answer in pieces. `tools`: the model calls a function. `model`: the answer is of the model that was chosen. */
export type ProbeId = 'assistants' | 'stream' | 'tools' | 'model';

/** Features that need a separate call. */
export type CalledProbe = Exclude<ProbeId, 'model'>;

export interface Probe {
  probe: ProbeId;
  /** `untested`: this Kibana lacks what the test needs; the problem says what. */
  status: 'pass' | 'fail' | 'untested';
  problem?: Problem;
}

interface AnyRun {
  runId: string;
  workflow: WorkflowId;
  /** The setup whose deployment a run of `change_size` changes. Absent in records of earlier versions. */
  setUpId?: string;
  /** Of a change of the throughput: tokens per minute in one unit of quota. Absent in records of earlier versions. */
  tokensPerUnit?: number;
  request: SetupRequest;
  /** Requests with other names or locations: a resource of them can have the run's ownership tag. */
  previousRequests?: SetupRequest[];
  steps: RunStep[];
  /** Azure ids of resources that existed before: they are never deleted, regardless of their tags. */
  reused?: string[];
  /** ISO 8601. */
  startedAt: string;
  /** When the server read the run, by its own clock. ISO 8601; never saved. */
  readAt?: string;
  answer?: FirstAnswer;
  /** Of a setup: the run that last began to change the throughput of its deployment. `startedAt` is ISO 8601. */
  lastChange?: { changeId: string; startedAt: string };
  /** Present once the connector was to become the default model of its space, or undo looked at that. */
  defaultModel?: DefaultModelRecord;
}

/** The record of a workflow that is carried out, as the page sees it. */
export type Run = AnyRun &
  /** A tick is at work or due. */
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

export interface RunSummary {
  runId: string;
  workflow: WorkflowId;
  setUpId?: string;
  status: RunStatus;
  /** True if a problem has stopped the setup or the removal. */
  isStopped: boolean;
  /** Name of what the assistants use, as Kibana shows it. */
  targetName: string;
  /** Id under which the assistants know it. */
  targetId: string;
  modelName: string;
  startedAt: string;
}

/** A resource that undo would delete. */
export interface Removal {
  step: StepId;
  name: string;
  portalUrl?: string;
  /** Why it stays, although this run created it. */
  kept?: Problem;
  /** Names of other connectors and inference endpoints that stop working without it, as far as the person can see them. */
  neededBy?: readonly string[];
}
