import { unlessSetupError } from '../../../common/problem';
import type { Azure } from '../azure/azure';
import { lookAtEach } from '../bounded_reads';

/** Number of accounts to read, and the time limit in milliseconds; a check has ten seconds. */
const accountsLookedAt = 100;
const bounds = { atOnce: 15, deadlineMs: 3_000, totalMs: 5_000 };

/**
 * True if the subscription has a deployment of this version, which Azure requires for another deployment of a
 * deprecating version. Undefined if not all deployments could be read.
 */
export async function deploysAlready(
  azure: Azure,
  subscriptionId: string,
  wanted: { modelName: string; modelVersion: string },
): Promise<boolean | undefined> {
  const accounts = await unlessSetupError(azure.accounts(subscriptionId));
  if (!accounts) return undefined;
  const looks = await lookAtEach(
    accounts.slice(0, accountsLookedAt),
    ({ resourceGroup, accountName }) =>
      azure.deployments({ subscriptionId, resourceGroup, accountName }),
    bounds,
  );
  const found = looks.flatMap((look) => ('found' in look ? look.found : []));
  const has = found.some(
    ({ modelName, modelVersion }) =>
      modelName === wanted.modelName && modelVersion === wanted.modelVersion,
  );
  if (has) return true;
  const all = accounts.length <= accountsLookedAt && looks.every((look) => 'found' in look);
  return all ? false : undefined;
}
