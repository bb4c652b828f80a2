import { own } from '../../../common/values/own';
import type { Registration } from '../../../common/routes';
import type { Azure, ProviderState } from '../azure/azure';
import { unlessRefused } from '../permissions/unless_refused';
import type { Step } from './step';

const registrations: Partial<Record<ProviderState, Registration['state']>> = {
  Registered: 'registered',
  Registering: 'registering',
};

/** Undefined if the provider is neither registered nor being registered. */
export const registrationIn = (state: ProviderState): Registration['state'] | undefined =>
  own(registrations, state);

/** Registers the provider unless it is registered or being registered. Calls `before` first. */
export async function register(
  azure: Azure,
  subscriptionId: string,
  before: () => void,
): Promise<Registration> {
  const state = registrationIn(await azure.providerState(subscriptionId));
  if (state) return { state };
  before();
  await azure.registerProvider(subscriptionId);
  return { state: 'registering' };
}

/** Registers the resource provider in the subscription. Registration is free and permanent. */
export const providerRegistration: Step = {
  id: 'provider_registration',

  async look({ request, azure }) {
    const found = await unlessRefused(azure.providerState(request.subscriptionId));
    // Without permission to read the state, accounts can still be created; the account step reports a missing
    // registration.
    const state = found === undefined ? 'registered' : registrationIn(found);
    if (state === 'registered') return { state: 'present', owned: false };
    return { state: state === 'registering' ? 'pending' : 'missing' };
  },

  async apply({ request, azure }) {
    await azure.registerProvider(request.subscriptionId);
    return {};
  },
};
