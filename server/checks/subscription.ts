import { fail, pass, type AzureCheck } from './check';

/** In a disabled or deleted subscription Azure refuses every write. */
export const subscription: AzureCheck = {
  id: 'subscription',
  about: 'azure',
  unverified: 'subscription_not_found',
  async run({ request, azure }) {
    const { subscriptionId } = request;
    const found = await azure.subscription(subscriptionId);
    const field = 'subscriptionId';
    if (!found) {
      return fail('subscription', {
        code: 'subscription_not_found',
        field,
        detail: { subscriptionId },
      });
    }
    if (found.state === 'Disabled' || found.state === 'Deleted') {
      const detail = { name: found.displayName, state: found.state };
      return fail('subscription', { code: 'subscription_disabled', field, detail });
    }
    return pass('subscription');
  },
};
