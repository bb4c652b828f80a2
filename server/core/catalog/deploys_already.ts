import { unlessSetupError } from '../../../common/problem';
import type { Azure } from '../azure/azure';
import { lookAtEach } from '../bounded_reads';
import type { RegionModel, RegionModelType } from './region_model';

/** Number of accounts to read, and the time limit in milliseconds; a check has ten seconds. */
const accountsLookedAt = 100;
const bounds = { atOnce: 15, deadlineMs: 3_000, totalMs: 5_000 };

interface Version {
  modelName: string;
  modelVersion: string;
}

const isSame = (one: Version, other: Version): boolean =>
  one.modelName === other.modelName && one.modelVersion === other.modelVersion;

/** The versions that the subscription deploys; `all` is false if not all deployments could be read. */
async function deployedVersions(azure: Azure, subscriptionId: string) {
  const accounts = await unlessSetupError(azure.accounts(subscriptionId));
  if (!accounts) return { versions: [], all: false };
  const looks = await lookAtEach(
    accounts.slice(0, accountsLookedAt),
    ({ resourceGroup, accountName }) =>
      azure.deployments({ subscriptionId, resourceGroup, accountName }),
    bounds,
  );
  return {
    versions: looks.flatMap((look) => ('found' in look ? look.found : [])),
    all: accounts.length <= accountsLookedAt && looks.every((look) => 'found' in look),
  };
}

/**
 * True if the subscription has a deployment of this version, which Azure requires for another deployment of a
 * deprecating version. Undefined if not all deployments could be read.
 */
export async function deploysAlready(
  azure: Azure,
  subscriptionId: string,
  wanted: Version,
): Promise<boolean | undefined> {
  const { versions, all } = await deployedVersions(azure, subscriptionId);
  if (versions.some((version) => isSame(version, wanted))) return true;
  return all ? false : undefined;
}

const isDeprecating = ({ drawbacks }: RegionModelType): boolean =>
  drawbacks.includes('deprecating');

const stillDeployable = (type: RegionModelType): RegionModelType => ({
  ...type,
  drawbacks: type.drawbacks.map((one) => (one === 'deprecating' ? 'phasing_out' : one)),
});

/** The models; deprecating ones that the subscription deploys already are marked as still deployable. */
export async function withDeployedVersions(
  azure: Azure,
  subscriptionId: string,
  models: readonly RegionModel[],
): Promise<readonly RegionModel[]> {
  if (!models.some(({ deploymentTypes }) => deploymentTypes.some(isDeprecating))) return models;
  const { versions } = await deployedVersions(azure, subscriptionId);
  return models.map((model) =>
    versions.some((version) => isSame(version, model))
      ? { ...model, deploymentTypes: model.deploymentTypes.map(stillDeployable) }
      : model,
  );
}
