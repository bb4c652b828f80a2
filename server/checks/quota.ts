import { findOffer } from '../models/model_advice';
import { usageOf } from '../models/quota';
import { accountOf } from '../steps/account';
import { fail, pass, warn, type AzureCheck } from './check';

/** Below this many tokens per minute assistants run into the limit within a few questions. */
const tight = 30_000;

/** Free quota of the model's own row, against what the request wants. */
export const quota: AzureCheck = {
  id: 'quota',
  about: 'azure',
  unverified: 'quota_unreadable',
  async run({ request, azure }) {
    const { subscriptionId, location, capacity: needed } = request;
    const [models, usages, deployment] = await Promise.all([
      azure.models(subscriptionId, location),
      azure.usages(subscriptionId, location),
      azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
    ]);
    const sku = findOffer(models, request)?.skus.find(
      ({ name }) => name === request.deploymentType,
    );
    if (deployment || !sku) return pass('quota');
    const usage = usageOf(usages, sku);
    const free = Math.max(0, usage.limit - usage.used);
    const detail = { needed, free, limit: usage.limit, used: usage.used, model: request.modelName };
    if (needed > free) {
      return fail('quota', { code: 'insufficient_quota', field: 'capacity', detail });
    }
    if (needed * sku.tokensPerUnit < tight) {
      const tokens = needed * sku.tokensPerUnit;
      return warn('quota', { code: 'quota_low', field: 'capacity', detail: { ...detail, tokens } });
    }
    return pass('quota');
  },
};
