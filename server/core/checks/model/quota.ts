import * as v from 'valibot';
import type { Fix } from '../../../../common/check';
import { fitCapacity, tokenLevels } from '../../../../common/models/capacity';
import { deploymentType as deploymentTypes } from '../../../../common/fields';
import { withDetail, type Problem } from '../../../../common/problem';
import type { Deployment, OfferedModel, OfferedSku, Usage } from '../../azure/azure';
import { findOffer, skuOf } from '../../catalog/model_advice';
import { quotaOf, rowOf, shortageOf } from '../../catalog/quota';
import { availableIn, serviceCapacity } from '../../catalog/service_capacity';
import { offeredModels } from '../../catalog/offered_models';
import { isReusable } from '../../steps/model_deployment';
import {
  fail,
  unverified,
  warn,
  type Check,
  type CheckContext,
  type Finding,
  type Remedy,
} from '../check';
import { otherModels, otherRegions, otherTypes } from '../fixes';
import { namedHolders } from './quota_holders';

/** Fixes: the same elsewhere, another type here, or less here. */
function remediesFor(sku: OfferedSku, free: number): Remedy[] {
  const capacity = fitCapacity(sku, free);
  const tokens = capacity * sku.tokensPerUnit;
  const less: Fix[] =
    capacity > 0 ? [{ code: 'use_capacity', change: { capacity }, detail: { tokens } }] : [];
  return [otherRegions, otherTypes, ...less, ...(capacity > 0 ? [] : [otherModels])];
}

/** Fewer tokens help only if some quota is available. */
const fieldFor = (sku: OfferedSku, free: number): Pick<Problem, 'field'> =>
  fitCapacity(sku, free) > 0 ? { field: 'capacity' } : {};

interface Found {
  models: readonly OfferedModel[];
  usages: readonly Usage[];
  available: number;
}

/** Compares the requested capacity with the available quota, then with the service capacity. */
async function judge(context: CheckContext, sku: OfferedSku, found: Found) {
  const { location, capacity: needed, modelName: model } = context.request;
  const { models, usages, available } = found;
  const quota = quotaOf(usages, sku);
  if (!quota) return [unverified({ code: 'quota_unreadable', field: 'capacity' })];
  if (!rowOf(usages, sku)) {
    const problem = { code: 'quota_missing', detail: { model, location } } as const;
    return [fail(problem, ...remediesFor(sku, 0))];
  }
  const about = { model, location, tokensPerUnit: sku.tokensPerUnit };
  const shortage = shortageOf(needed, quota, available, about);
  if (!shortage) return low(sku, needed, { needed, ...about, ...quota });
  const least = Math.min(quota.free, available);
  const isOfQuota = shortage.code === 'insufficient_quota';
  const holders = isOfQuota ? await namedHolders(context, models, sku) : {};
  const problem = withDetail({ ...shortage, ...fieldFor(sku, least) }, holders);
  return [fail(problem, ...remediesFor(sku, least))];
}

/** Warns if a single question can use up a minute. */
function low(sku: OfferedSku, units: number, detail: Problem['detail'] = {}): Finding[] {
  const tokens = units * sku.tokensPerUnit;
  if (tokens >= tokenLevels.tight) return [];
  return [warn({ code: 'quota_low', field: 'capacity', detail: { ...detail, tokens } })];
}

/** A reused deployment needs no more quota, but can be small; provisioned ones have no token limit. */
function judgeReused(
  { deploymentName, deploymentType, capacity, modelName: model }: Deployment,
  sku: OfferedSku,
): Finding[] | undefined {
  if (!v.is(deploymentTypes, deploymentType)) return undefined;
  return low(sku, capacity, { model, deployment: deploymentName });
}

/** Checks the quota and the service capacity for the deployment. */
export const quota: Check = {
  id: 'quota',
  unverified: 'quota_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, location } = request;
    const [{ models }, usages, rows, deployment] = await Promise.all([
      offeredModels(azure, request),
      azure.usages(subscriptionId, location),
      serviceCapacity(azure, subscriptionId, request),
      azure.deployment(request),
    ]);
    if (deployment && !isReusable(deployment, request)) return undefined;
    const offer = findOffer(models, { ...request, ...deployment });
    const sku = skuOf(offer, request.deploymentType);
    if (!sku) return undefined;
    if (deployment) return judgeReused(deployment, sku);
    return judge(context, sku, {
      models,
      usages,
      available: availableIn(rows, request) ?? Infinity,
    });
  },
};
