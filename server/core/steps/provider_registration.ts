import { own } from '../../../common/own';
import { SetupError } from '../../../common/problem';
import type { Registration } from '../../../common/routes';
import type { Azure, ProviderState } from '../azure/azure';
import type { Step } from './step';

export const providerNamespace = 'Microsoft.CognitiveServices';

const registrations: Partial<Record<ProviderState, Registration['state']>> = {
  Registered: 'registered',
  Registering: 'registering',
};

/** Undefined if the provider is neither registered nor being registered. */
export const registrationIn = (state: ProviderState): Registration['state'] | undefined =>
  own(registrations, state);

/** Looks first: asking again registers nothing twice. `before` is told of a registration. */
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

/** Registers the resource provider in the subscription, once; registration costs nothing and stays. */
export const providerRegistration: Step = {
  id: 'provider_registration',
  name: () => providerNamespace,
  waitTimeout: 10 * 60_000,

  async look({ request, azure }) {
    try {
      const state = registrationIn(await azure.providerState(request.subscriptionId));
      if (state === 'registered') return { state: 'present', mine: false };
      return { state: state === 'registering' ? 'pending' : 'missing' };
    } catch (error) {
      // Without the permission to read the state, accounts can still be created: the account step will tell.
      if (error instanceof SetupError && error.problem.code === 'authorization_failed') {
        return { state: 'present', mine: false };
      }
      throw error;
    }
  },

  async apply({ request, azure }) {
    await azure.registerProvider(request.subscriptionId);
    return {};
  },
};
