import { otherRegions } from '../fixes';
import { failUnlessRemedy, type Check } from '../check';

/** Azure can close a region to a subscription; the list of locations has the open ones. */
export const region: Check = {
  id: 'region',
  unverified: 'regions_unreadable',
  async run(context) {
    const { request, azure } = context;
    const { subscriptionId, location, kind } = request;
    // A region with an existing account is available.
    if (await azure.account(request)) return [];
    const regions = await azure.regions(subscriptionId, kind);
    // Without any open region, the `offer` check reports the problem.
    if (regions.length === 0) return undefined;
    if (regions.some(({ name }) => name === location)) return [];
    const problem = { code: 'region_closed', field: 'location', detail: { location } } as const;
    return [failUnlessRemedy(problem, otherRegions)];
  },
};
