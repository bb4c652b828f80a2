import type { StepId } from '../../common/steps';

/** The icon of what a step creates or changes. */
export const stepIcon: Record<StepId, string> = {
  provider_registration: 'package',
  resource_group: 'folderClosed',
  account: 'compute',
  role_assignment: 'key',
  model_deployment: 'machineLearningApp',
  target: 'link',
  inference_endpoint: 'link',
  first_answer: 'comment',
  deployment_capacity: 'sortUp',
};
