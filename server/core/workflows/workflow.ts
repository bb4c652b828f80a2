import type { Problem, ProblemCode } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { appliesTo, type WorkflowId } from '../../../common/steps';
import type { CheckContext, Remedy, Rule } from '../checks/check';
import type { Step } from '../steps/step';

/** The steps of a request. */
export const stepsFor = ({ steps }: Pick<Workflow, 'steps'>, request: SetupRequest): Step[] =>
  steps.filter((step) => appliesTo(step.id, request));

/** An ordered list of steps and the checks before them. The engine takes it as a parameter. */
export interface Workflow {
  id: WorkflowId;
  /** The words for one of its runs in the audit log. */
  noun: string;
  /** In order; undo runs them backward. */
  steps: readonly Step[];
  checks: ReadonlyArray<Rule<CheckContext>>;
  /** Fixes for problems of the plan without fixes from a check. */
  remedies: Partial<Record<ProblemCode, readonly Remedy[]>>;
  /** Adds facts about this Kibana to a problem of the plan. */
  explain?(problem: Problem, context: CheckContext): Promise<Problem>;
}
