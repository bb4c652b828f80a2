import { regionsOf } from '../catalogue/regions';
import { ok, type Reply } from '../http/message';
import type { SimSubscription } from '../worlds/world';
import { hasAnyRoleBelow } from './authorization/authorization';
import { subscriptionId, type SubscriptionCall, type TenantCall } from './call';
import { page } from './paging';

export function listTenants(call: TenantCall): Reply {
  const { principal, state, cloud } = call;
  const mine = state.world.tenants.filter(
    (tenant) => tenant.cloud === cloud && principal.tenantIds.includes(tenant.tenantId),
  );
  return page(
    call,
    mine.map(({ tenantId, displayName, domains }) => ({
      id: `/tenants/${tenantId}`,
      tenantId,
      displayName,
      defaultDomain: domains[0],
      domains,
      countryCode: 'DE',
      tenantCategory: 'Home',
      tenantType: 'AAD',
    })),
  );
}

const toJson = (subscription: SimSubscription) => ({
  id: subscriptionId(subscription),
  subscriptionId: subscription.subscriptionId,
  tenantId: subscription.tenantId,
  displayName: subscription.displayName,
  state: subscription.state,
  subscriptionPolicies: {
    locationPlacementId: 'Public_2014-09-01',
    quotaId: subscription.quotaId,
    spendingLimit: subscription.spendingLimit,
  },
  authorizationSource: 'RoleBased',
  managedByTenants: [],
  tags: {},
});

/** Only those of the token's own directory, and only where the caller has a role. */
export function listSubscriptions(call: TenantCall): Reply {
  const { state, tenantId, principal } = call;
  const visible = state.world.subscriptions.filter(
    (subscription) =>
      subscription.tenantId === tenantId &&
      hasAnyRoleBelow(principal, subscriptionId(subscription)),
  );
  return page(call, visible.map(toJson));
}

export const getSubscription = ({ subscription }: SubscriptionCall): Reply =>
  ok(toJson(subscription));

/** Physical regions, and a logical one and an edge zone, which are no places for a resource. */
export function listLocations({ state, cloud, subscription }: SubscriptionCall): Reply {
  const base = `${subscriptionId(subscription)}/locations`;
  const physical = regionsOf(cloud, state.world).map((region) => ({
    id: `${base}/${region.name}`,
    name: region.name,
    type: 'Region',
    displayName: region.displayName,
    regionalDisplayName: `(${region.group}) ${region.displayName}`,
    metadata: {
      regionType: 'Physical',
      regionCategory: region.recommended ? 'Recommended' : 'Other',
      geography: region.geography,
      geographyGroup: region.group,
      physicalLocation: region.physicalLocation,
      latitude: region.latitude,
      longitude: region.longitude,
      pairedRegion: [],
    },
  }));
  const logical = {
    id: `${base}/europe`,
    name: 'europe',
    type: 'Region',
    displayName: 'Europe',
    regionalDisplayName: 'Europe',
    metadata: { regionType: 'Logical', regionCategory: 'Other', geographyGroup: 'Europe' },
  };
  const edgeZone = {
    id: `${base}/attatlanta1`,
    name: 'attatlanta1',
    type: 'EdgeZone',
    displayName: 'ATT Atlanta 1',
    regionalDisplayName: '(US) ATT Atlanta 1',
    metadata: { edgeZoneType: 'Extended', regionCategory: 'Other' },
  };
  return ok({ value: cloud === 'public' ? [...physical, logical, edgeZone] : physical });
}
