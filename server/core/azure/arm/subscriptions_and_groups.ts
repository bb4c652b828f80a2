import * as v from 'valibot';
import type { ArmConnection } from './connection';
import { orAbsent, translating } from './errors/errors';
import { entry, listOf, objectOf, requiredText, tags, text } from './answers/shapes';
import { toRegionName, toState } from './answers/normalize';
import type { Azure, ProviderState, ResourceGroup, Subscription } from '../azure';
import { groupPath, scopePath } from '../arm_paths';
import { groupResource, resourcesApiVersion } from '../resources/resource_group';
import { shownName } from '../without_secrets';

const resourcesApi = `api-version=${resourcesApiVersion}`;
const subscriptionsApi = 'api-version=2022-12-01';
const permissionsApi = 'api-version=2022-04-01';
const contentsApi = 'api-version=2021-04-01';

const tenantShape = v.object({ tenantId: requiredText, displayName: text, defaultDomain: text });

const subscriptionShape = v.object({
  subscriptionId: requiredText,
  tenantId: text,
  displayName: text,
  state: text,
  subscriptionPolicies: objectOf({ quotaId: text }),
});

const groupShape = v.object({
  name: requiredText,
  location: requiredText,
  tags,
  properties: objectOf({ provisioningState: text }),
});

const actions = listOf(requiredText);
const permissionShape = v.object({ actions, notActions: actions });

const providerStates = [
  'NotRegistered',
  'Registering',
  'Registered',
  'Unregistering',
  'Unregistered',
] as const satisfies ProviderState[];
const providerShape = v.object({ registrationState: v.picklist(providerStates) });

const toSubscription = (
  tenantId: string,
  { subscriptionPolicies: { quotaId }, ...found }: v.InferOutput<typeof subscriptionShape>,
): Subscription => ({
  subscriptionId: found.subscriptionId,
  tenantId: found.tenantId ?? tenantId,
  displayName: shownName(found.displayName ?? found.subscriptionId),
  state: found.state ?? 'Enabled',
  quotaId,
});

const toGroup = ({
  name,
  location,
  tags: found,
  properties,
}: v.InferOutput<typeof groupShape>): ResourceGroup => ({
  resourceGroup: name,
  location: toRegionName(location),
  tags: found,
  state: toState(properties.provisioningState),
});

/** Tenants, subscriptions, permissions, providers and resource groups, without the SDK. */
export function armSubscriptionsAndGroups(
  { send, put, read, list }: ArmConnection,
  tenantId: string,
) {
  const listOf = async <T>(path: string, shape: v.GenericSchema<unknown, T>): Promise<T[]> =>
    (await list(path)).map((one) => v.parse(shape, one));
  /** For lists of options: drops invalid entries, but rejects a list without any valid one. */
  async function choices<T>(path: string, shape: v.GenericSchema<unknown, T>): Promise<T[]> {
    const found = await list(path);
    const all = found.flatMap((one) => entry(shape, one));
    return found.length > 0 && all.length === 0 ? found.map((one) => v.parse(shape, one)) : all;
  }
  const root = (subscriptionId: string) => `/subscriptions/${subscriptionId}`;
  const provider = (subscriptionId: string) =>
    `${root(subscriptionId)}/providers/Microsoft.CognitiveServices`;

  return {
    tenants: () =>
      translating({}, async () =>
        (await choices(`/tenants?${subscriptionsApi}`, tenantShape)).map(
          ({ displayName, defaultDomain, ...tenant }) => ({
            ...tenant,
            displayName: shownName(displayName ?? defaultDomain ?? tenant.tenantId),
            ...(defaultDomain ? { defaultDomain } : {}),
          }),
        ),
      ),
    subscriptions: () =>
      translating({}, async () =>
        (await choices(`/subscriptions?${subscriptionsApi}`, subscriptionShape)).map((found) =>
          toSubscription(tenantId, found),
        ),
      ),
    subscription: (subscriptionId) =>
      orAbsent(
        translating({ subscriptionId }, async () => {
          const path = `${root(subscriptionId)}?${subscriptionsApi}`;
          return toSubscription(tenantId, v.parse(subscriptionShape, await read(path)));
        }),
        ['subscription_not_found'],
      ),
    permissions: (scope) =>
      translating({ ...scope }, () => {
        const path = `${scopePath(scope)}/providers/Microsoft.Authorization/permissions?${permissionsApi}`;
        return listOf(path, permissionShape);
      }),

    providerState: (subscriptionId) =>
      translating({ subscriptionId }, async () => {
        const answer = await read(`${provider(subscriptionId)}?${resourcesApi}`);
        return v.parse(providerShape, answer).registrationState;
      }),
    registerProvider: (subscriptionId) =>
      translating({ subscriptionId }, async () => {
        await send('POST', `${provider(subscriptionId)}/register?${resourcesApi}`);
      }),

    resourceGroups: (subscriptionId) =>
      translating({ subscriptionId }, async () =>
        (await choices(`${root(subscriptionId)}/resourcegroups?${resourcesApi}`, groupShape)).map(
          toGroup,
        ),
      ),
    resourceGroup: (ref) =>
      orAbsent(
        translating(ref, async () => {
          const path = `${groupPath(ref)}?${resourcesApi}`;
          return toGroup(v.parse(groupShape, await read(path)));
        }),
      ),
    createResourceGroup: (wanted) => translating(wanted, () => put(groupResource(wanted))),
    resourceGroupContents: (ref) =>
      translating(ref, async () => {
        const path = `${groupPath(ref)}/resources?${contentsApi}`;
        return listOf(path, v.object({ name: requiredText, tags }));
      }),
    async deleteResourceGroup(ref) {
      const path = `${groupPath(ref)}?${resourcesApi}`;
      await orAbsent(translating(ref, () => send('DELETE', path)));
    },
  } satisfies Partial<Azure>;
}
