import { fail, type AzureCheck } from './check';

const field = 'subscriptionId';

/** In a disabled or deleted subscription Azure refuses every write. */
export const subscription: AzureCheck = {
  id: 'subscription',
  about: 'azure',
  unverified: 'subscription_not_found',
  async run({ request, azure }) {
    const { subscriptionId } = request;
    const found = await azure.subscription(subscriptionId);
    if (!found) {
      return [fail({ code: 'subscription_not_found', field, detail: { subscriptionId } })];
    }
    const { state, displayName: name } = found;
    if (state !== 'Disabled' && state !== 'Deleted') return [];
    return [fail({ code: 'subscription_disabled', field, detail: { name, state } })];
  },
};
