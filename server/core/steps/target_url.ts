import { chatUrl } from '../../../common/azure/chat_url';
import { endpointOf } from '../../../common/azure/endpoint';
import { SetupError } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { sameText } from '../../../common/values/same_text';
import type { ExistingTarget } from '../targets/target';
import type { StepContext } from './step';

/** Chat completions URL of the deployment, from the account's endpoint. */
export async function urlOf({ request, azure }: StepContext): Promise<string> {
  const found = await azure.account(request);
  if (!found) {
    throw new SetupError({ code: 'resource_not_found', detail: { name: request.accountName } });
  }
  if (!found.openAiEndpoint) {
    throw new SetupError({ code: 'subdomain_missing', detail: { name: request.accountName } });
  }
  return chatUrl(found.openAiEndpoint, request.deploymentName);
}

/** Compares host and path only, ignoring case, because a person can have changed the API version. */
export function isSameDeployment(url: string, expected: string): boolean {
  if (!URL.canParse(url)) return false;
  const [one, other] = [new URL(url), new URL(expected)];
  return one.host === other.host && sameText(one.pathname, other.pathname);
}

/** True if the target calls the deployment of this request, even if the account no longer exists. */
async function callsDeploymentOf(
  request: SetupRequest,
  { url }: ExistingTarget,
  { azure }: StepContext,
): Promise<boolean> {
  if (!url) return false;
  const isAt = (endpoint: string | undefined): boolean =>
    endpoint !== undefined && isSameDeployment(url, chatUrl(endpoint, request.deploymentName));
  if (isAt(endpointOf(request, azure.openAiSuffix))) return true;
  return isAt((await azure.account(request))?.openAiEndpoint);
}

/** The URLs of the deployment: from the endpoint name in the request, and from the account's endpoint. */
export async function urlsOf({ request, azure }: StepContext): Promise<string[]> {
  const account = await azure.account(request);
  const endpoints = [endpointOf(request, azure.openAiSuffix), account?.openAiEndpoint];
  return endpoints.flatMap((one) => (one ? chatUrl(one, request.deploymentName) : []));
}

/** True if it calls a deployment of the run's requests; otherwise, a person changed it. */
export async function isUnchanged(found: ExistingTarget, context: StepContext): Promise<boolean> {
  const { request, requests = [request] } = context;
  for (const one of requests) {
    if (await callsDeploymentOf(one, found, context)) return true;
  }
  return false;
}
