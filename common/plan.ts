import type { Fix, Verdict } from './check';
import type { Problem } from './problem';
import type { SetupRequest } from './setup_request';
import type { StepId } from './steps';

interface StepOfPlan {
  step: StepId;
  /** Name of the existing or future resource. */
  name: string;
  /** Region, if the resource has one. */
  location?: string;
  /** The resource in the Azure portal, if it exists. */
  portalUrl?: string;
}

export type PlannedStep = StepOfPlan &
  (
    | {
        action: 'create';
        /** The treatment of a soft-deleted resource of that name. */
        onDeleted?: SetupRequest['onDeletedAccount'];
        problem?: undefined;
        fixes?: undefined;
      }
    | { action: 'reuse'; problem?: undefined; fixes?: undefined }
    /** Each of the fixes is a change to the request that would settle the conflict. */
    | { action: 'conflict'; problem: Problem; fixes?: Fix[] }
  );

export type PlannedAction = PlannedStep['action'];

/** The dry run: what every step would do, in order, and the results of all checks. */
export interface Plan {
  steps: PlannedStep[];
  verdicts: Verdict[];
  /** Chat completions URL that the target will call. */
  targetUrl: string;
}

/** The reasons why the plan cannot run now; empty if it can. */
export const blockers = (plan: Plan): Problem[] => [
  ...plan.steps.flatMap((step) => (step.problem ? [step.problem] : [])),
  ...plan.verdicts.flatMap((verdict) => (verdict.status === 'fail' ? [verdict.problem] : [])),
];
