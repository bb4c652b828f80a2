import type { OfferedModel, OfferedSku } from '../../azure/azure';
import { unlessSetupError } from '../../../../common/problem';
import { quotaHolders } from '../../../../common/models/quota_holders';
import { lookAtEach } from '../../bounded_reads';
import { inTime } from '../../in_time';
import { shortList } from '../../short_list';
import type { CheckContext } from '../check';

/** Best effort: the finding must not wait longer than this for the list of holders. In milliseconds. */
const totalMs = 4_000;

/** Part of a text that is read in every language. */
const short = new Intl.NumberFormat('en', { notation: 'compact' });

/**
 * The person's deployments that use the quota and could shrink, largest first, as "account/deployment (60K)", in tokens
 * per minute; the number of further ones, and of accounts that could not be read.
 */
export async function namedHolders(
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
  const deployments = looks.flatMap((look) =>
    'found' in look
      ? look.found.map((one) => ({ ...one, accountName: look.place.accountName }))
      : [],
  );
  const catalog = models.flatMap(({ modelName, modelVersion, skus }) =>
    skus.map((one) => ({ ...one, modelName, modelVersion })),
  );
  const unread = looks.filter((look) => 'problem' in look).length;
  const { text, more } = shortList(
    quotaHolders(deployments, catalog, sku.usageName).map(
      ({ accountName, deploymentName, capacity }) =>
        `${accountName}/${deploymentName} (${short.format(capacity * sku.tokensPerUnit)})`,
    ),
  );
  return {
    ...(text ? { holders: text, moreHolders: more } : {}),
    ...(unread > 0 ? { unread } : {}),
  };
}
