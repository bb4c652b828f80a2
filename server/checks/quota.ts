import type { Fix } from '../../common/check';
import type { OfferedSku } from '../azure/azure';
import { findOffer } from '../models/model_advice';
import { fitCapacity } from '../models/quota';
import { accountOf } from '../steps/account';
import { fail, warn, type AzureCheck, type AzureCheckContext } from './check';
import { otherRegions, otherTypes } from './fixes';

/** Below this many tokens per minute assistants run into the limit within a few questions. */
const tight = 30_000;

/** Accounts whose deployments are looked at for who holds the quota. */
const accountsLookedAt = 10;

/** One's own deployments that count against the same row: they could shrink. */
async function holders({ request, azure }: AzureCheckContext): Promise<string> {
  const { subscriptionId, location, modelName, deploymentType } = request;
  const accounts = await azure.accounts(subscriptionId).catch(() => []);
  const near = accounts.filter((account) => account.location === location);
  const lists = await Promise.all(
    near.slice(0, accountsLookedAt).map(async ({ resourceGroup, accountName }) => {
      const ref = { subscriptionId, resourceGroup, accountName };
      const deployments = await azure.deployments(ref).catch(() => []);
      return deployments
        .filter((one) => one.modelName === modelName && one.deploymentType === deploymentType)
        .map(({ deploymentName, capacity }) => `${accountName}/${deploymentName} (${capacity})`);
    }),
  );
  return lists.flat().join(', ');
}

/** The service's own free capacity here; no limit when it does not say. */
async function serviceCapacity({ request, azure }: AzureCheckContext): Promise<number> {
  const { subscriptionId, location, modelName: name, modelVersion: version } = request;
  const rows = await azure.capacities(subscriptionId, { name, version }).catch(() => []);
  const row = rows.find(
    (one) => one.location === location && one.deploymentType === request.deploymentType,
  );
  return row?.available ?? Infinity;
}

/** Less here, another type here, or the same elsewhere. */
async function fixesFor(context: AzureCheckContext, sku: OfferedSku, free: number): Promise<Fix[]> {
  const capacity = fitCapacity(sku, free);
  const less: Fix[] =
    capacity > 0
      ? [
          {
            code: 'use_capacity',
            change: { capacity },
            detail: { tokens: capacity * sku.tokensPerUnit },
          },
        ]
      : [];
  const [types, regions] = await Promise.all([otherTypes(context), otherRegions(context)]);
  return [...regions, ...types, ...less];
}

/** Free quota of the model's own row, and of the service, against what the request wants. */
export const quota: AzureCheck = {
  id: 'quota',
  about: 'azure',
  unverified: 'quota_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, location, capacity: needed, modelName: model } = request;
    const [models, usages, deployment, service] = await Promise.all([
      azure.models(subscriptionId, location),
      azure.usages(subscriptionId, location),
      azure.deployment({ ...accountOf(request), deploymentName: request.deploymentName }),
      serviceCapacity(context),
    ]);
    const offer = findOffer(models, request);
    const sku = offer?.skus.find(({ name }) => name === request.deploymentType);
    if (deployment || !sku) return [];
    const row = usages.find(({ name }) => name === sku.usageName.toLowerCase());
    const field = 'capacity';
    if (!row) {
      const fixes = await fixesFor(context, sku, 0);
      return [fail({ code: 'quota_missing', field, detail: { model, location } }, ...fixes)];
    }
    const { limit, used } = row;
    const free = Math.max(0, Math.min(Math.floor(limit - used), service));
    const detail = { needed, free, limit, used, model };
    if (needed > free) {
      const [held, fixes] = await Promise.all([holders(context), fixesFor(context, sku, free)]);
      const problem = { code: 'insufficient_quota', field, detail } as const;
      return [
        fail(held ? { ...problem, detail: { ...detail, holders: held } } : problem, ...fixes),
      ];
    }
    const tokens = needed * sku.tokensPerUnit;
    return tokens < tight
      ? [warn({ code: 'quota_low', field, detail: { ...detail, tokens } })]
      : [];
  },
};
