import type { DeploymentTypeOption, ModelOption } from '../../common/options';
import type { Problem } from '../../common/problem';
import { findOffer, toModelOption } from '../models/model_advice';
import { offeredModels } from '../models/offered_models';
import { accountOf } from '../steps/account';
import { fail, warn, type AzureCheck, type Finding } from './check';
import { otherModels } from './fixes';

const day = 24 * 60 * 60 * 1000;

/** What the model's drawbacks mean for a new deployment. */
function judge(
  { modelName, modelVersion: version }: ModelOption,
  { retiresAt, drawbacks }: DeploymentTypeOption,
  now: Date,
): Finding[] {
  const detail = { model: modelName, version, ...(retiresAt ? { retiresAt } : {}) };
  const about = (code: Problem['code']): Problem => ({ code, field: 'modelName', detail });
  if (drawbacks.includes('deprecated')) return [fail(about('model_deprecated'), otherModels)];
  if (drawbacks.includes('deprecating')) return [fail(about('model_deprecating'), otherModels)];
  if (drawbacks.includes('responses_only')) return [fail(about('chat_not_supported'), otherModels)];
  const found: Finding[] = [];
  if (drawbacks.includes('retires_soon') && retiresAt) {
    const days = Math.ceil((Date.parse(retiresAt) - now.getTime()) / day);
    const problem = about('model_retires_soon');
    found.push(warn({ ...problem, detail: { ...detail, days } }, otherModels));
  }
  if (drawbacks.includes('tools_need_reasoning_effort')) {
    found.push(warn(about('model_needs_reasoning_effort'), otherModels));
  }
  return found;
}

/** Where the model stands in its life, and whether Kibana's assistants can use it. */
export const modelLifecycle: AzureCheck = {
  id: 'model_lifecycle',
  about: 'azure',
  unverified: 'model_unverified',
  async run(context) {
    const { request, azure, kibanaVersion, now } = context;
    const { location } = request;
    const [{ models }, deployment] = await Promise.all([
      offeredModels(azure, request),
      azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
    ]);
    const offer = findOffer(models, request);
    const model = offer && toModelOption(offer, location, undefined, { kibanaVersion, now });
    const type = model?.deploymentTypes.find(
      ({ deploymentType }) => deploymentType === request.deploymentType,
    );
    return model && type && !deployment ? judge(model, type, now) : [];
  },
};
