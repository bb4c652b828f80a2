import { runsModelOf } from '../../../common/azure/adoption';
import type { AccountOption, DeploymentOption, Options } from '../../../common/options';
import type { Existing, SetupRequest } from '../../../common/setup_request';
import { sameText } from '../../../common/values/same_text';

/** A request, and the existing resources. */
interface Subject {
  request: SetupRequest;
  options: Options;
}

/** The account that the request names. */
export const chosenAccount = ({ request, options }: Subject): AccountOption | undefined =>
  options.accounts?.find(
    ({ resourceGroup, accountName }) =>
      sameText(resourceGroup, request.resourceGroup) && sameText(accountName, request.accountName),
  );

/** The account's deployment that the request names. */
export const chosenDeployment = (subject: Subject): DeploymentOption | undefined =>
  chosenAccount(subject)?.deployments?.find(({ deploymentName }) =>
    sameText(deploymentName, subject.request.deploymentName),
  );

/** The deployment that is reused: its model and type match the request. */
export function reusedDeployment(subject: Subject): DeploymentOption | undefined {
  const found = chosenDeployment(subject);
  return found && runsModelOf(found, subject.request) ? found : undefined;
}

/** The existing resources of the request, as far as the options list them. */
export function existingThings(subject: Subject): ReadonlySet<Existing> {
  const { request, options } = subject;
  const things = new Set<Existing>();
  const account = chosenAccount(subject);
  const isKnown = options.resourceGroups?.some(({ resourceGroup }) =>
    sameText(resourceGroup, request.resourceGroup),
  );
  if (account || isKnown) things.add('resourceGroup');
  if (account) things.add('account');
  if (chosenDeployment(subject)) things.add('deployment');
  return things;
}
