import { SetupError } from '../../common/problem';
import type { Step } from './step';

export const providerNamespace = 'Microsoft.CognitiveServices';

/** Registers the resource provider in the subscription, once; registration costs nothing and stays. */
export const providerRegistration: Step = {
  id: 'provider_registration',
  name: () => providerNamespace,

  async look({ request, azure }) {
    try {
      const state = await azure.providerState(request.subscriptionId);
      if (state === 'Registered') return { state: 'present', mine: false };
      return { state: state === 'Registering' ? 'pending' : 'missing' };
    } catch (error) {
      // Who may not read the state may still create accounts: the account step will tell.
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

  removal: async () => undefined,
  undo: async () => true,
};
