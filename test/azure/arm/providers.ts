import { openAiRegionsOf } from '../catalogue/regions';
import { ok, type Reply } from '../http/message';
import { nowOf, type SimulatorState } from '../state';
import type { Registration, SimSubscription } from '../worlds/world';
import { armError } from './arm_error';
import { subscriptionId, type SubscriptionCall } from './call';
import { param } from '../http/path';

/** State of the resource provider by the clock. */
export const registrationState = (
  state: SimulatorState,
  { registration }: SimSubscription,
): Registration['state'] =>
  registration.state === 'Registering' && (registration.readyAt ?? 0) <= nowOf(state)
    ? 'Registered'
    : registration.state;

const apiVersions = ['2026-05-01', '2026-03-01', '2025-09-01', '2025-06-01', '2024-10-01'];
const resourceTypes = [
  'accounts',
  'accounts/deployments',
  'deletedAccounts',
  'locations',
  'locations/models',
  'locations/usages',
  'operations',
];

const toJson = ({ state, cloud, subscription }: SubscriptionCall) => ({
  id: `${subscriptionId(subscription)}/providers/Microsoft.CognitiveServices`,
  namespace: 'Microsoft.CognitiveServices',
  registrationState: registrationState(state, subscription),
  registrationPolicy: 'RegistrationRequired',
  resourceTypes: resourceTypes.map((resourceType) => ({
    resourceType,
    locations: openAiRegionsOf(cloud, state.world).map(({ displayName }) => displayName),
    apiVersions,
    defaultApiVersion: '2025-06-01',
    capabilities: resourceType === 'accounts' ? 'SupportsTags, SupportsLocation' : 'None',
  })),
});

const isOurs = (call: SubscriptionCall): boolean =>
  param(call.params, 'namespace').toLowerCase() === 'microsoft.cognitiveservices';

const unknownNamespace = (call: SubscriptionCall): Reply =>
  armError(
    404,
    'InvalidResourceNamespace',
    `The resource namespace '${param(call.params, 'namespace')}' is invalid.`,
  );

export const getProvider = (call: SubscriptionCall): Reply =>
  isOurs(call) ? ok(toJson(call)) : unknownNamespace(call);

export function registerProvider(call: SubscriptionCall): Reply {
  if (!isOurs(call)) return unknownNamespace(call);
  const { state, subscription } = call;
  if (!['Registered', 'Registering'].includes(registrationState(state, subscription)))
    subscription.registration = {
      state: 'Registering',
      readyAt: nowOf(state) + state.delays.registrationMs,
    };
  return ok({ ...toJson(call), registrationState: subscription.registration.state });
}
