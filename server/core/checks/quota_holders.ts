import type { Deployment, OfferedModel, OfferedSku } from '../azure/azure';
import { unlessSetupError } from '../../../common/problem';
import { lookAtEach } from '../bounded_reads';
import { inTime } from '../in_time';
import { shortList } from './short_list';
import type { CheckContext } from './check';

/** What is known by then is enough: the finding itself must not wait for it. In milliseconds. */
const totalMs = 4_000;

/**
 * The quota row that a deployment counts against, as the catalogue names it. A version that has gone from
 * the catalogue counts where the model's other versions do.
 */
function usageNameOf(models: readonly OfferedModel[], deployment: Deployment) {
  const { modelName, modelVersion, deploymentType } = deployment;
  const named = models.filter((model) => model.modelName === modelName);
  const model = named.find((model) => model.modelVersion === modelVersion) ?? named[0];
  return model?.skus.find((sku) => sku.deploymentType === deploymentType)?.usageName.toLowerCase();
}

/**
 * One's own deployments that hold a part of the quota and could shrink, the largest first: "account/deployment
 * (units)"; how many more there are, and how many accounts of the region could not be read.
 */
export async function quotaHolders(
  { request, azure }: CheckContext,
  models: readonly OfferedModel[],
  sku: OfferedSku,
): Promise<Readonly<Record<string, string | number>>> {
  const { subscriptionId, location } = request;
  const accounts = await unlessSetupError(inTime(azure.accounts(subscriptionId), totalMs));
  const near = (accounts ?? []).filter((account) => account.location === location);
  const looks = await lookAtEach(
    near,
    ({ resourceGroup, accountName }) =>
      azure.deployments({ subscriptionId, resourceGroup, accountName }),
    { atOnce: 15, deadlineMs: totalMs, totalMs },
  );
  const holders = looks.flatMap((look) =>
    ('found' in look ? look.found : [])
      .filter((one) => usageNameOf(models, one) === sku.usageName.toLowerCase())
      .map(({ deploymentName, capacity }) => ({
        name: `${look.place.accountName}/${deploymentName}`,
        capacity,
      })),
  );
  const unread = looks.filter((look) => 'problem' in look).length;
  const { text, more } = shortList(
    holders
      .sort((a, b) => b.capacity - a.capacity)
      .map(({ name, capacity }) => `${name} (${capacity})`),
  );
  return {
    ...(text ? { holders: text, moreHolders: more } : {}),
    ...(unread > 0 ? { unread } : {}),
  };
}
