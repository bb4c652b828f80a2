import { unlessSetupError } from '../../../../common/problem';
import type { SetupRequest } from '../../../../common/setup_request';
import type { Azure, Deployment, PlannedResource } from '../../azure/azure';

const isAbsent = async (look: Promise<unknown>): Promise<boolean> => (await look) === undefined;

/** If the account is known, other checks report a group or deployment that cannot be read. */
const isKnownAbsent = async (look: Promise<unknown>): Promise<boolean> =>
  (await unlessSetupError(isAbsent(look))) === true;

/**
 * The resources that a run would create in Azure, with the person's tags only. Throws if the account cannot be read,
 * because unchecked policies must not pass.
 */
export async function plannedResources(
  request: SetupRequest,
  azure: Azure,
): Promise<PlannedResource[]> {
  const { customSubDomainName } = request;
  const [needsGroup, needsAccount, needsDeployment] = await Promise.all([
    isKnownAbsent(azure.resourceGroup(request)),
    isAbsent(azure.account(request)),
    isKnownAbsent(azure.deployment(request)),
  ]);
  const all: PlannedResource[] = [];
  if (needsGroup) all.push({ subject: 'resource_group', ...request });
  if (needsAccount && customSubDomainName) {
    all.push({ subject: 'account', ...request, customSubDomainName });
  }
  if (needsDeployment) all.push({ subject: 'deployment', ...request });
  return all;
}

/** The deployment as a change of its capacity leaves it: the request has the new capacity. */
export const resizedDeployment = (
  { capacity: _replaced, ...deployment }: Deployment,
  request: SetupRequest,
): PlannedResource => ({
  subject: 'deployment',
  ...request,
  ...deployment,
  versionUpgradeOption: deployment.versionUpgradeOption ?? request.versionUpgradeOption,
});
