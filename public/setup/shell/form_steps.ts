import { ModelStep, modelSummary } from '../model/model_step';
import { ResourceStep, resourceSummary } from '../resource/resource_step';
import { TargetStep, targetSummary } from '../target/target_step';

/** The form of each step that fills the request, and its facts in one line. */
export const formSteps = {
  model: { Form: ModelStep, summary: modelSummary },
  resource: { Form: ResourceStep, summary: resourceSummary },
  target: { Form: TargetStep, summary: targetSummary },
} as const;
