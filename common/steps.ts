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
  /** The time after which it is given up, in milliseconds. */
  waitTimeout: number;
  /** Problems for which it waits less or longer, in milliseconds. */
  waitTimeouts?: Partial<Record<ProblemCode, number>>;
}

const second = 1_000;
const minute = 60 * second;

/**
 * The steps of all workflows. Each one is a file of `server/core/steps`. Sources of the usual times: a registration takes seconds
 * to minutes; an account with a custom subdomain 10 to 60 s; a deployment is in place within a minute; Azure names five
 * minutes until a new deployment answers, most answer within seconds.
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
    // Entra ID knows a new application everywhere within minutes.
    waitTimeouts: { principal_not_found: 3 * minute },
  },
  model_deployment: { result: 'azure_resource', usually: 20 * second, waitTimeout: 10 * minute },
  target: { result: 'kibana_object', usually: 3 * second, waitTimeout: 2 * minute },
  inference_endpoint: {
    result: 'kibana_object',
    usually: 10 * second,
    // A key and a deployment are known everywhere within minutes of their creation.
    waitTimeout: 5 * minute,
    // A role assignment can take ten minutes to take effect.
    waitTimeouts: {
      data_permission_denied: 15 * minute,
      // These pass within a minute, if at all.
      application_token_refused: 2 * minute,
      inference_host_unreachable: 2 * minute,
    },
  },
  first_answer: {
    result: 'nothing',
    usually: 15 * second,
    waitTimeout: 5 * minute,
    // New network rules are in force within a minute.
    waitTimeouts: { network_rules_block: minute },
  },
  deployment_capacity: {
    result: 'lasting_change',
    usually: 10 * second,
    waitTimeout: 10 * minute,
    // The deployment existed when the run started: its absence is no delay of Azure's.
    waitTimeouts: { resource_not_found: 30 * second },
  },
} as const satisfies Record<string, StepFacts>;

export type StepId = keyof typeof stepFacts;

const factsOf = (step: StepId): StepFacts => stepFacts[step];

/** Names that steps have in records of the first version. */
export const formerSteps: Readonly<Record<string, StepId>> = { connector: 'target' };

export const resultOf = (step: StepId): StepResult => factsOf(step).result;

/** The time that the step usually takes, in milliseconds. */
export const usualTime = (step: StepId): number => factsOf(step).usually;

/** How long the step can wait, whatever for, in milliseconds. */
export function longestWaitOf(step: StepId): number {
  const { waitTimeout, waitTimeouts = {} } = factsOf(step);
  return Math.max(waitTimeout, ...Object.values(waitTimeouts));
}

/** How long the step can wait for one problem, in milliseconds. */
export function waitTimeoutOf(step: StepId, waitsFor?: ProblemCode): number {
  const { waitTimeout, waitTimeouts } = factsOf(step);
  return (waitsFor && waitTimeouts?.[waitsFor]) ?? waitTimeout;
}

/** True if the step creates something that can be deleted: it counts as a resource, and undo removes it. */
export const isCreation = (step: StepId): boolean =>
  resultOf(step) === 'azure_resource' || resultOf(step) === 'kibana_object';
