import { accountOf } from '../steps/account';
import { otherRegions } from './fixes';
import { fail, type AzureCheck } from './check';

/** Azure closes regions to subscriptions one by one; the list of offers says which are open. */
export const region: AzureCheck = {
  id: 'region',
  about: 'azure',
  unverified: 'regions_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, location, kind } = request;
    const [regions, account] = await Promise.all([
      azure.regions(subscriptionId, kind),
      azure.account(accountOf(request)),
    ]);
    // Without any open region the offer itself is the obstacle.
    const open = regions.length === 0 || regions.some(({ name }) => name === location);
    if (open || account) return [];
    const problem = { code: 'region_closed', field: 'location', detail: { location } } as const;
    return [fail(problem, ...(await otherRegions(context)))];
  },
};
