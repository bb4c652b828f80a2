import type { ProblemCode } from './problem_codes';

/** The workflows. Each one is a file of `server/core/workflows`. */
export const workflowIds = ['set_up', 'change_size'] as const;
export type WorkflowId = (typeof workflowIds)[number];

/** The result of a completed step. Undo deletes resources and objects only. */
type StepResult = 'azure_resource' | 'kibana_object' | 'lasting_change' | 'nothing';

interface StepFacts {
  result: StepResult;
  /** The time that the step usually takes, in milliseconds. */
  usually: number;
  /** The timeout, in milliseconds. */
  waitTimeout: number;
  /** Timeouts for specific problems, in milliseconds. */
  waitTimeouts?: Partial<Record<ProblemCode, number>>;
}

const second = 1_000;
const minute = 60 * second;

/**
 * The steps of all workflows. Each one is a file of `server/core/steps`. Sources of the usual times: a registration
 * takes seconds to minutes; an account with a custom subdomain 10 to 60 s; a deployment is in place within a minute;
 * Azure documents five minutes before a new deployment answers, most answer within seconds.
 */
export const stepFacts = {
  provider_registration: {
    result: 'lasting_change',
    usually: 60 * second,
    waitTimeout: 10 * minute,
  },
  resource_group: { result: 'azure_resource', usually: 3 * second, waitTimeout: 2 * minute },
  account: { result: 'azure_resource', usually: 30 * second, waitTimeout: 10 * minute },
  role_assignment: {
    result: 'azure_resource',
    usually: 3 * second,
    waitTimeout: 2 * minute,
    // Entra ID replicates a new application within minutes.
    waitTimeouts: { principal_not_found: 3 * minute },
  },
  model_deployment: { result: 'azure_resource', usually: 20 * second, waitTimeout: 10 * minute },
  target: { result: 'kibana_object', usually: 3 * second, waitTimeout: 2 * minute },
  inference_endpoint: {
    result: 'kibana_object',
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
    usually: 15 * second,
    waitTimeout: 5 * minute,
    // New network rules take effect within a minute.
    waitTimeouts: { network_rules_block: minute },
  },
  deployment_capacity: {
    result: 'lasting_change',
    usually: 10 * second,
    waitTimeout: 10 * minute,
    // The deployment existed when the run started, so this is not a propagation delay.
    waitTimeouts: { resource_not_found: 30 * second },
  },
} as const satisfies Record<string, StepFacts>;

export type StepId = keyof typeof stepFacts;

const factsOf = (step: StepId): StepFacts => stepFacts[step];

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
