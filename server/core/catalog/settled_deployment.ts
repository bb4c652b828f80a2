import { runsModelOf } from '../../../common/azure/adoption';
import { unlessSetupError } from '../../../common/problem';
import type { Fixed } from '../../../common/recommendation';
import type { AccountKind } from '../../../common/setup_request';
import type { Account, Azure, Deployment } from '../azure/azure';
import { ratingOf, type Judging } from './model_advice';
import { regionOffers } from './region_offers';
import type { RegionModel } from './region_model';

/** An existing deployment that the person chose, in its account. */
export interface SettledDeployment {
  account: Account & { kind: AccountKind };
  deployment: Deployment;
}

/** The existing deployment that matches the fixed values. */
export async function settledDeployment(
  azure: Azure,
  subscriptionId: string,
  fixed: Fixed,
): Promise<SettledDeployment | undefined> {
  const { resourceGroup, accountName, deploymentName } = fixed;
  if (!resourceGroup || !accountName || !deploymentName) return undefined;
  const ref = { subscriptionId, resourceGroup, accountName };
  const [account, deployment] = await Promise.all([
    unlessSetupError(azure.account(ref)),
    unlessSetupError(azure.deployment({ ...ref, deploymentName })),
  ]);
  if (!account || !deployment) return undefined;
  const { kind } = account;
  if (!runsModelOf(deployment, fixed) || (kind !== 'OpenAI' && kind !== 'AIServices'))
    return undefined;
  return { account: { ...account, kind }, deployment };
}

/** Its model in the region's list, which lacks fine-tuned models and models from other providers. */
export async function modelOf(
  azure: Azure,
  subscriptionId: string,
  { account: { location, kind }, deployment: { modelName, modelVersion } }: SettledDeployment,
  judging: Judging,
): Promise<RegionModel> {
  const offers = await unlessSetupError(
    regionOffers(azure, { subscriptionId, location, kind }, judging),
  );
  const listed = offers?.models.find(
    (one) => one.modelName === modelName && one.modelVersion === modelVersion,
  );
  return (
    listed ?? {
      ...{ modelName, modelVersion, kind, location, isDefaultVersion: false, deploymentTypes: [] },
      ...ratingOf(modelName),
    }
  );
}
