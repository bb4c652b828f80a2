import type { Deployment, OfferedModel, OfferedSku } from '../azure/azure';
import { inTime } from '../models/look_at_each';
import type { AzureCheckContext } from './check';

/** What is known by then is enough: the finding itself must not wait for it. In milliseconds. */
const patience = 4_000;

/** Accounts of the region whose deployments are looked at; one call each. */
const accountsLookedAt = 10;

/**
 * The quota row that a deployment counts against, as the catalogue names it. A version that has gone from
 * the catalogue counts where the model's other versions do.
 */
function usageNameOf(models: readonly OfferedModel[], deployment: Deployment) {
  const { modelName, modelVersion, deploymentType } = deployment;
  const named = models.filter(({ name }) => name === modelName);
  const model = named.find(({ version }) => version === modelVersion) ?? named[0];
  return model?.skus.find(({ name }) => name === deploymentType)?.usageName.toLowerCase();
}

/** One's own deployments that hold a part of the quota and could shrink: "account/deployment (units)". */
export async function quotaHolders(
  { request, azure }: AzureCheckContext,
  models: readonly OfferedModel[],
  sku: OfferedSku,
): Promise<string> {
  const { subscriptionId, location } = request;
  const accounts = await inTime(azure.accounts(subscriptionId), patience).catch(() => []);
  const near = accounts.filter((account) => account.location === location);
  const lists = await Promise.all(
    near.slice(0, accountsLookedAt).map(async ({ resourceGroup, accountName }) => {
      const ref = { subscriptionId, resourceGroup, accountName };
      const deployments = await inTime(azure.deployments(ref), patience).catch(() => []);
      return deployments
        .filter((one) => usageNameOf(models, one) === sku.usageName.toLowerCase())
        .map(({ deploymentName, capacity }) => ({
          name: `${accountName}/${deploymentName}`,
          capacity,
        }));
    }),
  );
  return lists
    .flat()
    .sort((a, b) => b.capacity - a.capacity)
    .map(({ name, capacity }) => `${name} (${capacity})`)
    .join(', ');
}
