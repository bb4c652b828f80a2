import { SetupError } from '../../../common/problem';
import { acceptsWrites } from '../catalog/accepts_writes';
import { fail, type Check, type CheckContext } from './check';

const field = 'subscriptionId';

/** Azure does not show a subscription in which one has no role at all. */
async function find({ azure, request }: CheckContext) {
  try {
    return await azure.subscription(request.subscriptionId);
  } catch (error) {
    if (error instanceof SetupError && error.problem.code === 'authorization_failed')
      return undefined;
    throw error;
  }
}

/** In some states of a subscription Azure refuses every write. */
export const subscription: Check = {
  id: 'subscription',
  unverified: 'subscription_not_found',
  async run(context) {
    const { subscriptionId } = context.request;
    const found = await find(context);
    if (!found) {
      return [fail({ code: 'subscription_not_found', field, detail: { subscriptionId } })];
    }
    if (acceptsWrites(found)) return [];
    const { state, displayName: name } = found;
    return [fail({ code: 'subscription_disabled', field, detail: { name, state } })];
  },
};
