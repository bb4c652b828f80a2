import { blockers, type Plan } from '../../../common/plan';
import type { ModelOption } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import type { FormStepProps } from '../form/form_step';
import { isOfferOf } from '../offers/model_offer';

type Numbers = Pick<ModelOption['deploymentTypes'][number], 'free' | 'used' | 'limit'>;

/** The quota that a failed check has read; undefined if no check failed because of it. */
function numbersOf(plan: Plan): Numbers | undefined {
  const problem = blockers(plan).find(({ code }) => code === 'insufficient_quota');
  if (problem?.code !== 'insufficient_quota') return undefined;
  const { free, used, limit } = problem.detail ?? {};
  if (free === undefined) return undefined;
  return { free, ...(used !== undefined && { used }), ...(limit !== undefined && { limit }) };
}

const withNumbers =
  (request: SetupRequest, numbers: Numbers) =>
  (model: ModelOption): ModelOption =>
    isOfferOf(model, request)
      ? {
          ...model,
          deploymentTypes: model.deploymentTypes.map((type) =>
            type.deploymentType === request.deploymentType ? { ...type, ...numbers } : type,
          ),
        }
      : model;

/** The form with the quota that the plan's checks have found, which is newer than that of the options. */
export function withFoundQuota(step: FormStepProps, plan: Plan | undefined): FormStepProps {
  const numbers = plan && numbersOf(plan);
  if (!numbers) return step;
  const { recommendation, options } = step;
  const update = withNumbers(step.request, numbers);
  return {
    ...step,
    recommendation: { ...recommendation, model: update(recommendation.model) },
    options: { ...options, ...(options.models && { models: options.models.map(update) }) },
  };
}
