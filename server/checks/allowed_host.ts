import { fail, pass, type AzureCheck } from './check';

/** `xpack.actions.allowedHosts` has to admit the account's host. */
export const allowedHost: AzureCheck = {
  id: 'allowed_host',
  about: 'azure',
  unverified: 'azure_error',
  async run({ request, azure, home }) {
    const host = request.customSubDomainName
      ? `${request.customSubDomainName}.${azure.openAiSuffix}`
      : await hostOfAccount();
    if (!host || home.isUrlAllowed(`https://${host}/`)) return pass('allowed_host');
    return fail('allowed_host', { code: 'host_not_allowed', detail: { host } });

    async function hostOfAccount() {
      const endpoint = (await azure.account(request))?.openAiEndpoint;
      return endpoint && new URL(endpoint).host;
    }
  },
};
