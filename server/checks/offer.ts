import { accountOf } from '../steps/account';
import { fail, type AzureCheck } from './check';

/** Trial, student and some sponsored offers have no region at all in which Azure OpenAI is sold. */
export const offer: AzureCheck = {
  id: 'offer',
  about: 'azure',
  unverified: 'regions_unreadable',
  async run({ request, azure }) {
    const { subscriptionId, kind } = request;
    const [regions, account, subscription] = await Promise.all([
      azure.regions(subscriptionId, kind),
      azure.account(accountOf(request)),
      azure.subscription(subscriptionId),
    ]);
    if (regions.length > 0 || account) return [];
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
