import { isBatchType } from '../../../../common/models/deployment_types';
import type { DeploymentTypeOption, ModelDrawback } from '../../../../common/options';
import type { Problem } from '../../../../common/problem';
import type { ProblemDetails } from '../../../../common/problem_details';
import type { Deployment } from '../../azure/azure';
import { requiredKibana } from '../../catalog/assistant_support';
import { deploysAlready } from '../../catalog/deploys_already';
import {
  drawbacksOfName,
  findOffer,
  judgeModel,
  lowestScore,
  skuOf,
} from '../../catalog/model_advice';
import { offeredModels } from '../../catalog/offered_models';
import { isReusable } from '../../steps/model_deployment';
import { fail, unverified, warn, type Check, type CheckContext, type Finding } from '../check';
import { otherModels, otherModelsWithout } from '../fixes';

const day = 24 * 60 * 60 * 1000;

/** The model to check: the request's own, or the one of the reused deployment. */
type Subject = Pick<Deployment, 'modelName' | 'modelVersion' | 'deploymentType'>;

type Dates = Pick<ProblemDetails['model_deprecating'], 'retiresAt' | 'deployment'>;

type SubjectCode =
  | 'chat_not_supported'
  | 'model_deprecated'
  | 'model_deprecating'
  | 'model_needs_reasoning_effort'
  | 'model_unverified';

const nameOf = ({ modelName: model, modelVersion: version }: Subject) => ({ model, version });

const about = (code: SubjectCode, subject: Subject, dates: Dates = {}): Problem => ({
  code,
  field: 'modelName',
  detail: { ...nameOf(subject), ...dates },
});

/** Azure allows another deployment only if the subscription already has one. */
async function phasedOut(
  { azure, request }: CheckContext,
  subject: Subject,
  dates: Dates,
): Promise<Finding> {
  const problem = about('model_deprecating', subject, dates);
  const isKnown = await deploysAlready(azure, request.subscriptionId, subject);
  if (isKnown === undefined) return unverified(problem);
  return isKnown ? warn(problem, otherModels) : fail(problem, otherModels);
}

/** Warnings about a deployable or deployed model. */
function concerns(
  { now, kibanaVersion, request: { target } }: CheckContext,
  subject: Subject,
  { retiresAt, drawbacks }: Pick<DeploymentTypeOption, 'retiresAt' | 'drawbacks'>,
  dates: Dates,
): Finding[] {
  const name = nameOf(subject);
  const days = Math.ceil((Date.parse(retiresAt ?? '') - now.getTime()) / day);
  const version = requiredKibana({ kibanaVersion, target }, subject.modelName);
  const parameter = { parameter: 'temperature', ...(version && { version }) };
  const score = lowestScore(subject.modelName);
  const concern = (drawback: ModelDrawback, problem: Problem): Finding[] =>
    drawbacks.includes(drawback)
      ? [warn({ ...problem, field: 'modelName' }, otherModelsWithout(drawback))]
      : [];
  return [
    ...concern('retires_soon', { code: 'model_retires_soon', detail: { ...name, ...dates, days } }),
    ...concern('tools_need_reasoning_effort', about('model_needs_reasoning_effort', subject)),
    ...concern('temperature_refused', { code: 'parameter_unsupported', detail: parameter }),
    ...concern('low_score', { code: 'model_not_recommended', detail: { ...name, score } }),
  ];
}

/** A deployment without Chat Completions cannot be used, regardless of its model. */
const cannotChat = ({ deploymentType, chatCompletion }: Deployment): boolean =>
  isBatchType(deploymentType) || chatCompletion === false;

/** A deployment of a model that the region no longer lists: judged by its name, without dates. */
function judgeUnlisted(context: CheckContext, subject: Subject): Finding[] {
  const { kibanaVersion, request } = context;
  const caller = { kibanaVersion, target: request.target };
  const judged = { drawbacks: drawbacksOfName(subject.modelName, caller) };
  return [
    unverified(about('model_unverified', subject)),
    ...concerns(context, subject, judged, {}),
  ];
}

/** The lifecycle of the model, and whether Kibana's assistants can use it. */
export const modelLifecycle: Check = {
  id: 'model_lifecycle',
  unverified: 'model_unverified',
  async run(context) {
    const { request, azure, kibanaVersion, now } = context;
    const [{ models }, deployment] = await Promise.all([
      offeredModels(azure, request),
      azure.deployment(request),
    ]);
    // A different deployment with this name is a conflict, which its step reports.
    if (deployment && !isReusable(deployment, request)) return undefined;
    if (deployment && cannotChat(deployment)) {
      return [fail(about('chat_not_supported', deployment), otherModels)];
    }
    const subject: Subject = deployment ?? request;
    const { kind } = request;
    const { modelName, modelVersion } = subject;
    const offer = findOffer(models, { kind, modelName, modelVersion });
    const sku = skuOf(offer, subject.deploymentType);
    if (!offer && deployment) return judgeUnlisted(context, subject);
    // `model_offered` reports models that the region does not list.
    if (!offer || (!sku && !deployment)) return undefined;
    const judged = judgeModel(offer, sku ?? {}, { kibanaVersion, target: request.target, now });
    const { retiresAt, drawbacks } = judged;
    const dates = {
      ...(retiresAt ? { retiresAt } : {}),
      ...(deployment?.versionUpgradeOption === 'NoAutoUpgrade'
        ? { deployment: deployment.deploymentName }
        : {}),
    };
    if (drawbacks.includes('deprecated')) {
      return [fail(about('model_deprecated', subject, dates), otherModels)];
    }
    if (drawbacks.includes('responses_only') && deployment?.chatCompletion !== true) {
      return [fail(about('chat_not_supported', subject), otherModels)];
    }
    const found = concerns(context, subject, judged, dates);
    if (!drawbacks.includes('deprecating')) return found;
    // A deprecated model works until it retires; the date is more useful if that is soon.
    if (deployment && drawbacks.includes('retires_soon')) return found;
    const phased = deployment
      ? warn(about('model_deprecating', subject, dates), otherModels)
      : await phasedOut(context, subject, dates);
    return [phased, ...found.filter(({ problem }) => problem.code !== 'model_retires_soon')];
  },
};
