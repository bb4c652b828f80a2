import { endpointOf } from '../../../../common/azure/endpoint';
import { fail, type Check } from '../check';

/** `xpack.actions.allowedHosts` must include the account's host. */
export const allowedHost: Check = {
  id: 'allowed_host',
  target: 'connector',
  unverified: 'azure_error',
  async run(context) {
    const { request, azure } = context;
    const { connector } = context.readiness;
    const url = endpointOf(request, azure.openAiSuffix, await azure.account(request));
    if (!url || !connector) return undefined;
    if (connector.allowsUrl(url)) return [];
    return [fail({ code: 'host_not_allowed', detail: { host: new URL(url).host } })];
  },
};
