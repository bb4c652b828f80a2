import type { Fix, Verdict } from './check';
import type { Problem } from './problem';

/** The steps, in the order they are done. Each one is a file of `server/core/steps`. */
export const stepIds = [
  'provider_registration',
  'resource_group',
  'account',
  'model_deployment',
  'connector',
  'first_answer',
] as const;
export type StepId = (typeof stepIds)[number];

/** What a step would do. */
export type PlannedAction = 'create' | 'reuse' | 'conflict';

export interface PlannedStep {
  step: StepId;
  action: PlannedAction;
  /** Name of the resource, as it is or will be called. */
  name: string;
  /** Region, where the thing has one. */
  location?: string;
  /** The resource in the Azure portal, where it exists already. */
  portalUrl?: string;
  /** Present when the action is `conflict`. */
  problem?: Problem;
  /** Changes to the request, each of which would settle the conflict. */
  fixes?: Fix[];
}

/** The dry run: what every step would do, in order, and what every check found. */
export interface Plan {
  steps: PlannedStep[];
  verdicts: Verdict[];
  /** The chat URL that the connector will hold. */
  apiUrl: string;
}

/** Every reason why the plan cannot be carried out now; empty when it can. */
export const blockers = (plan: Plan): Problem[] => [
  ...plan.steps.flatMap((step) => (step.problem ? [step.problem] : [])),
  ...plan.verdicts.flatMap((verdict) => (verdict.status === 'fail' ? [verdict.problem] : [])),
];
