/** The workflows. Each one is a file of `server/core/workflows`. */
export const workflowIds = ['set_up', 'change_size'] as const;
export type WorkflowId = (typeof workflowIds)[number];

/** The result of a completed step. Undo deletes resources and objects only. */
type StepResult = 'azure_resource' | 'kibana_object' | 'lasting_change' | 'nothing';

/** The steps of all workflows. Each one is a file of `server/core/steps`. */
export const stepResults = {
  provider_registration: 'lasting_change',
  resource_group: 'azure_resource',
  account: 'azure_resource',
  model_deployment: 'azure_resource',
  target: 'kibana_object',
  first_answer: 'nothing',
  deployment_capacity: 'lasting_change',
} as const satisfies Record<string, StepResult>;

export type StepId = keyof typeof stepResults;

/** Names that steps have in records of the first version. */
export const formerSteps: Readonly<Record<string, StepId>> = { connector: 'target' };

export const resultOf = (step: StepId): StepResult => stepResults[step];

/** True if the step creates something that can be deleted: it counts as a resource, and undo removes it. */
export const isCreation = (step: StepId): boolean =>
  resultOf(step) === 'azure_resource' || resultOf(step) === 'kibana_object';
