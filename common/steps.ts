import { dataRole } from './azure/data_roles';
import type { ProblemCode } from './problem_codes';
import type { SetupRequest } from './setup_request';
import { targetTitleOf } from './targets/inference_id';
import { targetKindsOf } from './targets/targets';

/** The workflows. Each one is a file of `server/core/workflows`. */
export const workflowIds = ['set_up', 'change_size'] as const;
export type WorkflowId = (typeof workflowIds)[number];

/** The result of a completed step. Undo deletes resources and objects only. */
type StepResult = 'azure_resource' | 'kibana_object' | 'lasting_change' | 'nothing';

/** The places in which setup creates something. */
export type StepRoot = 'subscription' | 'space' | 'elasticsearch';

interface StepFacts {
  result: StepResult;
  /** Name of what it creates or changes, as a person knows it. A target's can contain the id of the run. */
  name(request: SetupRequest, runId?: string): string;
  /** False: the run has no such step. Absent where every request has it. */
  appliesTo?(request: SetupRequest): boolean;
  /** Its place in the tree of what setup creates: the root, and the number of parents. */
  tree?: { root: StepRoot; depth: number; showsRegion?: true };
  /** The picture of what it creates or changes: an icon of EUI. */
  icon: string;
  /** The time that the step usually takes, in milliseconds. */
  usually: number;
  /** The timeout, in milliseconds. */
  waitTimeout: number;
  /** Timeouts for specific problems, in milliseconds. */
  waitTimeouts?: Partial<Record<ProblemCode, number>>;
}

/** The resource provider of Azure OpenAI. */
export const providerNamespace = 'Microsoft.CognitiveServices';

const second = 1_000;
const minute = 60 * second;

/**
 * The steps of all workflows, with the facts that browser and server share; the rest is a file of `server/core/steps`.
 * The plan shows them in this order. Sources of the usual times: a registration takes seconds to minutes; an account
 * with a custom subdomain 10 to 60 s; a deployment is in place within a minute; Azure documents five minutes before a
 * new deployment answers, most answer within seconds.
 */
const stepFacts = {
  provider_registration: {
    result: 'lasting_change',
    name: () => providerNamespace,
    tree: { root: 'subscription', depth: 1 },
    icon: 'package',
    usually: 60 * second,
    waitTimeout: 10 * minute,
  },
  resource_group: {
    result: 'azure_resource',
    name: ({ resourceGroup }) => resourceGroup,
    tree: { root: 'subscription', depth: 1 },
    icon: 'folderClosed',
    usually: 3 * second,
    waitTimeout: 2 * minute,
  },
  account: {
    result: 'azure_resource',
    name: ({ accountName }) => accountName,
    tree: { root: 'subscription', depth: 2, showsRegion: true },
    icon: 'compute',
    usually: 30 * second,
    waitTimeout: 10 * minute,
  },
  role_assignment: {
    result: 'azure_resource',
    name: () => dataRole.name,
    appliesTo: ({ authentication }) => authentication === 'entra_id',
    tree: { root: 'subscription', depth: 3 },
    icon: 'key',
    usually: 3 * second,
    waitTimeout: 2 * minute,
    // Entra ID replicates a new application within minutes.
    waitTimeouts: { principal_not_found: 3 * minute },
  },
  model_deployment: {
    result: 'azure_resource',
    name: ({ deploymentName }) => deploymentName,
    tree: { root: 'subscription', depth: 3 },
    icon: 'machineLearningApp',
    usually: 20 * second,
    waitTimeout: 10 * minute,
  },
  target: {
    result: 'kibana_object',
    name: (request) => targetTitleOf('connector', request),
    appliesTo: (request) => targetKindsOf(request).includes('connector'),
    tree: { root: 'space', depth: 1 },
    icon: 'link',
    usually: 3 * second,
    waitTimeout: 2 * minute,
  },
  inference_endpoint: {
    result: 'kibana_object',
    name: (request, runId) => targetTitleOf('inference_endpoint', request, runId),
    appliesTo: (request) => targetKindsOf(request).includes('inference_endpoint'),
    tree: { root: 'elasticsearch', depth: 1 },
    icon: 'link',
    usually: 10 * second,
    // A new key or deployment is replicated within minutes.
    waitTimeout: 5 * minute,
    // A role assignment can take ten minutes to take effect.
    waitTimeouts: {
      data_permission_denied: 15 * minute,
      // Temporary for a minute at most.
      application_token_refused: 2 * minute,
      inference_host_unreachable: 2 * minute,
    },
  },
  first_answer: {
    result: 'nothing',
    name: ({ modelName }) => modelName,
    icon: 'comment',
    usually: 15 * second,
    waitTimeout: 5 * minute,
    // New network rules take effect within a minute.
    waitTimeouts: { network_rules_block: minute },
  },
  deployment_capacity: {
    result: 'lasting_change',
    name: ({ deploymentName }) => deploymentName,
    icon: 'sortUp',
    usually: 10 * second,
    waitTimeout: 10 * minute,
    waitTimeouts: {
      // The deployment existed when the run started, so this is not a propagation delay.
      resource_not_found: 30 * second,
      // A read can be older than the change, by seconds.
      capacity_not_applied: 30 * second,
    },
  },
} as const satisfies Record<string, StepFacts>;

export type StepId = keyof typeof stepFacts;

const isStepId = (id: string): id is StepId => Object.hasOwn(stepFacts, id);
export const stepIds = Object.keys(stepFacts).filter(isStepId);

export const factsOf = (step: StepId): StepFacts => stepFacts[step];

/** Name of what the step creates or changes, as a person knows it. */
export const nameOf = (step: StepId, request: SetupRequest, runId?: string): string =>
  factsOf(step).name(request, runId);

/** True if the step is part of a run with this request. */
export const appliesTo = (step: StepId, request: SetupRequest): boolean =>
  factsOf(step).appliesTo?.(request) ?? true;

/** Step ids in records of the first version. */
export const formerSteps: Readonly<Record<string, StepId>> = { connector: 'target' };

export const resultOf = (step: StepId): StepResult => factsOf(step).result;

/** The time that the step usually takes, in milliseconds. */
export const usualTime = (step: StepId): number => factsOf(step).usually;

/** The longest timeout of the step, in milliseconds. */
export function longestWaitOf(step: StepId): number {
  const { waitTimeout, waitTimeouts = {} } = factsOf(step);
  return Math.max(waitTimeout, ...Object.values(waitTimeouts));
}

/** The timeout of the step for one problem, in milliseconds. */
export function waitTimeoutOf(step: StepId, waitsFor?: ProblemCode): number {
  const { waitTimeout, waitTimeouts } = factsOf(step);
  return (waitsFor && waitTimeouts?.[waitsFor]) ?? waitTimeout;
}

/** True if the step creates something that counts as a resource and that undo deletes. */
export const isCreation = (step: StepId): boolean =>
  resultOf(step) === 'azure_resource' || resultOf(step) === 'kibana_object';
