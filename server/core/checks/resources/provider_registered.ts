import { unlessSetupError } from '../../../../common/problem';
import { providerNamespace } from '../../../../common/steps';
import { isAllowed } from '../../permissions/permissions';
import { registrationIn } from '../../steps/provider_registration';
import { fail, type Check } from '../check';

/** An unregistered provider blocks only people without permission to register it, because setup registers it. */
export const providerRegistered: Check = {
  id: 'provider_registered',
  unverified: 'provider_unreadable',
  async run({ request, azure }) {
    // An existing account proves that the provider is registered, even without permission to read the provider.
    if (await unlessSetupError(azure.account(request))) return [];
    const { subscriptionId } = request;
    const [state, granted] = await Promise.all([
      azure.providerState(subscriptionId),
      azure.permissions({ subscriptionId }),
    ]);
    if (registrationIn(state)) return [];
    if (isAllowed(granted, `${providerNamespace}/register/action`)) return [];
    return [fail({ code: 'provider_not_registered', detail: { subscriptionId, state } })];
  },
};
