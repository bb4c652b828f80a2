import * as v from 'valibot';
import { isBatchType } from '../models/deployment_types';
import * as fields from '../fields';
import { hostLabel, regionName, resourceName } from '../values/read_values';
import type { SetupField, SetupRequest } from '../setup_request';

/** The values of a request that an existing account determines, within the bounds of a request. */
const adoptedShape = v.object({
  resourceGroup: resourceName,
  accountName: resourceName,
  location: regionName,
  kind: fields.kind,
  customSubDomainName: hostLabel,
  networkAccess: fields.networkAccess,
});
export type AdoptedAccount = v.InferOutput<typeof adoptedShape>;
export const accountFields = v.keyof(adoptedShape).options;

interface ExistingAccount {
  state: string;
  keysDisabled: boolean;
  customSubDomainName?: string;
}
export type AccountObstacle = 'not_ready' | 'keys_disabled' | 'no_endpoint' | 'unexpected_form';

/**
 * Why a request cannot use the account; undefined if it can. @param canGoKeyless - True if the target works without
 * keys.
 */
export function accountObstacle(
  account: ExistingAccount,
  canGoKeyless = false,
): AccountObstacle | undefined {
  if (account.state !== 'Succeeded') return 'not_ready';
  if (account.keysDisabled && !canGoKeyless) return 'keys_disabled';
  if (!account.customSubDomainName) return 'no_endpoint';
  return v.is(adoptedShape, account) ? undefined : 'unexpected_form';
}

/** The values with which a request uses the account; undefined if it cannot. */
export const adoptedAccount = (
  account: ExistingAccount,
  canGoKeyless = false,
): AdoptedAccount | undefined =>
  accountObstacle(account, canGoKeyless) ? undefined : v.parse(adoptedShape, account);

/** The values of a request that an existing deployment determines. */
export const deploymentFields = [
  'deploymentName',
  'modelName',
  'modelVersion',
  'deploymentType',
  'capacity',
  'versionUpgradeOption',
] as const satisfies readonly SetupField[];
type DeploymentField = (typeof deploymentFields)[number];
type ExistingDeployment = Pick<SetupRequest, Exclude<DeploymentField, 'versionUpgradeOption'>> &
  Partial<Pick<SetupRequest, 'versionUpgradeOption'>>;

/** The values with which a request uses the deployment. */
export const adoptedDeployment = ({
  deploymentName,
  modelName,
  modelVersion,
  deploymentType,
  capacity,
  versionUpgradeOption,
}: ExistingDeployment): ExistingDeployment => ({
  deploymentName,
  modelName,
  modelVersion,
  deploymentType,
  capacity,
  ...(versionUpgradeOption ? { versionUpgradeOption } : {}),
});

export type DeploymentObstacle = 'not_ready' | 'batch' | 'no_chat';

/** Why a request cannot use the deployment; undefined if it can, or if Azure does not say what it supports. */
export function deploymentObstacle(deployment: {
  state: string;
  deploymentType: string;
  chatCompletion?: boolean;
}): DeploymentObstacle | undefined {
  if (deployment.state !== 'Succeeded') return 'not_ready';
  if (isBatchType(deployment.deploymentType)) return 'batch';
  return deployment.chatCompletion === false ? 'no_chat' : undefined;
}

/** True if the deployment has the model and type of the request; setup then reuses it. */
export const runsModelOf = (
  deployment: Pick<ExistingDeployment, 'modelName' | 'deploymentType'>,
  request: Partial<SetupRequest>,
): boolean =>
  deployment.modelName === request.modelName &&
  deployment.deploymentType === request.deploymentType;
