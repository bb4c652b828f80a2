import { fail, type Check, type CheckContext } from './check';

/** Host that the connector will call: the existing account's own, or the one it will get. */
async function hostOf({ request, azure }: CheckContext): Promise<string | undefined> {
  const endpoint = (await azure.account(request))?.openAiEndpoint;
  if (endpoint) return new URL(endpoint).host;
  return request.customSubDomainName && `${request.customSubDomainName}.${azure.openAiSuffix}`;
}

/** `xpack.actions.allowedHosts` has to admit the account's host. */
export const allowedHost: Check = {
  id: 'allowed_host',
  unverified: 'azure_error',
  async run(context) {
    const host = await hostOf(context);
    if (!host || context.home.isUrlAllowed(`https://${host}/`)) return [];
    return [fail({ code: 'host_not_allowed', detail: { host } })];
  },
};
