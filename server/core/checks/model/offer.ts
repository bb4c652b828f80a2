import { fail, type Check } from '../check';

/** Trial, student and some sponsored offers have no region for Azure OpenAI. */
export const offer: Check = {
  id: 'offer',
  unverified: 'regions_unreadable',
  async run({ request, azure }) {
    const { subscriptionId, kind } = request;
    if (await azure.account(request)) return [];
    const [regions, subscription] = await Promise.all([
      azure.regions(subscriptionId, kind),
      azure.subscription(subscriptionId),
    ]);
    if (regions.length > 0) return [];
    const quotaId = subscription?.quotaId ?? '';
    return [
      fail({
        code: 'subscription_not_eligible',
        field: 'subscriptionId',
        ...(quotaId ? { detail: { quotaId } } : {}),
      }),
    ];
  },
};
