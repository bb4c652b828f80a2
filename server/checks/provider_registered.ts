import { providerNamespace } from '../steps/provider_registration';
import { fail, pass, type AzureCheck } from './check';
import { isAllowed } from './permissions';

/** An unregistered provider is no obstacle for somebody who may register it: it is a step of the plan. */
export const providerRegistered: AzureCheck = {
  id: 'provider_registered',
  about: 'azure',
  unverified: 'provider_unreadable',
  async run({ request, azure }) {
    const { subscriptionId } = request;
    const state = await azure.providerState(subscriptionId);
    if (state === 'Registered' || state === 'Registering') return pass('provider_registered');
    const granted = await azure.permissions(subscriptionId);
    if (isAllowed(granted, `${providerNamespace}/register/action`)) {
      return pass('provider_registered');
    }
    const detail = { namespace: providerNamespace, subscriptionId };
    return fail('provider_registered', { code: 'provider_not_registered', detail });
  },
};
