import { acceptsWrites } from '../../catalog/accepts_writes';
import { unlessRefused } from '../../permissions/unless_refused';
import { fail, type Check } from '../check';

const field = 'subscriptionId';

/** Azure refuses writes in some states of a subscription. */
export const subscription: Check = {
  id: 'subscription',
  unverified: 'subscription_not_found',
  async run({ azure, request: { subscriptionId } }) {
    // Azure hides subscriptions in which the person has no role.
    const found = await unlessRefused(azure.subscription(subscriptionId));
    if (!found) {
      return [fail({ code: 'subscription_not_found', field, detail: { subscriptionId } })];
    }
    if (acceptsWrites(found)) return [];
    const { state, displayName: name } = found;
    return [fail({ code: 'subscription_disabled', field, detail: { name, state } })];
  },
};
