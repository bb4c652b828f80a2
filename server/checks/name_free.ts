import { accountOf } from '../steps/account';
import { fail, pass, type AzureCheck } from './check';

/** The endpoint's name is unique in all of Azure and can never be changed. */
export const nameFree: AzureCheck = {
  id: 'name_free',
  about: 'azure',
  unverified: 'subdomain_unverified',
  async run({ request, azure }) {
    const { subscriptionId, customSubDomainName, location, kind } = request;
    const field = 'customSubDomainName';
    if (await azure.account(accountOf(request))) return pass('name_free');
    if (!customSubDomainName) return fail('name_free', { code: 'subdomain_missing', field });
    const [free, binned] = await Promise.all([
      azure.isSubdomainFree(subscriptionId, customSubDomainName, kind),
      azure.deletedAccount(accountOf(request), location),
    ]);
    if (binned) {
      const detail = { name: request.accountName, resourceGroup: request.resourceGroup, location };
      return fail('name_free', { code: 'account_soft_deleted', field: 'accountName', detail });
    }
    if (free) return pass('name_free');
    return fail('name_free', {
      code: 'subdomain_taken',
      field,
      detail: { name: customSubDomainName },
    });
  },
};
