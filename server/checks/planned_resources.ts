import { unlessSetupError } from '../../common/problem';
import type { SetupRequest } from '../../common/setup_request';
import type { Azure, PlannedResource } from '../azure/azure';
import { newAccountOf } from '../steps/account';
import { newDeploymentOf } from '../steps/model_deployment';
import { newGroupOf } from '../steps/resource_group';

const isAbsent = async (look: Promise<unknown>): Promise<boolean> => (await look) === undefined;

/** Where the account is known, a group or deployment that must not be read is the business of other checks. */
const isKnownAbsent = async (look: Promise<unknown>): Promise<boolean> =>
  (await unlessSetupError(isAbsent(look))) === true;

/**
 * What a run would create in Azure: that which is not there yet, with the tags of the person alone. Throws when the
 * account cannot be read: policies that nobody asked about must not pass.
 */
export async function plannedResources(
  request: SetupRequest,
  azure: Azure,
): Promise<PlannedResource[]> {
  const account = newAccountOf(request, undefined);
  const [needsGroup, needsAccount, needsDeployment] = await Promise.all([
    isKnownAbsent(azure.resourceGroup(request)),
    isAbsent(azure.account(request)),
    isKnownAbsent(azure.deployment(request)),
  ]);
  const all: PlannedResource[] = [];
  if (needsGroup) all.push({ subject: 'resource_group', ...newGroupOf(request, undefined) });
  if (needsAccount && account) all.push({ subject: 'account', ...account });
  if (needsDeployment) all.push({ subject: 'deployment', ...newDeploymentOf(request, undefined) });
  return all;
}
