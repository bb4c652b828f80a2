import { endpointOf } from '../../../../common/azure/endpoint';
import { unverified, warn, type Check, type CheckContext, type Finding } from '../check';

/** The regional host represents an endpoint that does not exist yet. */
async function checkRegionalEndpoint(context: CheckContext): Promise<Finding[] | undefined> {
  const { request, azure, targets } = context;
  const { connector } = context.readiness;
  const url = azure.regionalEndpoint(request.location);
  if (!connector?.allowsUrl(url)) return undefined;
  const found = await targets.connector.reach(url);
  if (found.status === 'reached') return [];
  if (found.status === 'blocked') return [unverified(found.problem)];
  return [unverified({ code: 'endpoint_unresolved', detail: { host: new URL(url).host } })];
}

/** Checks that Kibana's connectors can reach the endpoint. */
export const endpointReach: Check = {
  id: 'endpoint_reach',
  target: 'connector',
  unverified: 'azure_error',
  async run(context) {
    const { request, azure, targets } = context;
    const { connector } = context.readiness;
    const account = await azure.account(request);
    const url = endpointOf(request, azure.openAiSuffix, account);
    if (!url || !connector?.allowsUrl(url)) return undefined;
    const found = await targets.connector.reach(url);
    if (found.status === 'blocked') return [warn(found.problem)];
    if (found.status === 'reached') return [];
    if (account?.state !== 'Succeeded') return checkRegionalEndpoint(context);
    return [warn({ code: 'endpoint_unresolved', detail: { host: new URL(url).host } })];
  },
};
