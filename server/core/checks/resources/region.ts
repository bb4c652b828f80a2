import { otherRegions } from '../fixes';
import { failUnlessRemedy, type Check } from '../check';

/** Azure closes regions to subscriptions one by one; the list of offers says which are open. */
export const region: Check = {
  id: 'region',
  unverified: 'regions_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, location, kind } = request;
    // A region with an existing account is available.
    if (await azure.account(request)) return [];
    const regions = await azure.regions(subscriptionId, kind);
    // Without any open region the offer itself is the obstacle.
    const open = regions.length === 0 || regions.some(({ name }) => name === location);
    if (open) return [];
    const problem = { code: 'region_closed', field: 'location', detail: { location } } as const;
    return [failUnlessRemedy(problem, otherRegions)];
  },
};
