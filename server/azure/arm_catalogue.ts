import type { ResourceSku } from '@azure/arm-cognitiveservices';
import * as v from 'valibot';
import type { AccountKind } from '../../common/setup_request';
import type { ArmConnection } from './arm_connection';
import { translating } from './arm_errors';
import { readAccountModels, readModels } from './arm_models';
import { toRegionName } from './arm_words';
import type { Azure, ModelCapacity, Region } from './azure';
import type { ModelCache } from './model_cache';
import { accountPath } from './portal_url';

const subscriptionsApi = 'api-version=2022-12-01';

const blocking: ReadonlySet<string | undefined> = new Set([
  'NotAvailableForSubscription',
  'QuotaId',
]);

/** The places of a catalogue entry that this subscription may use. */
function openLocations({ locations = [], restrictions = [] }: ResourceSku): string[] {
  const closed = restrictions
    .filter(({ reasonCode }) => blocking.has(reasonCode))
    .map(({ values, restrictionInfo }) => values ?? restrictionInfo?.locations ?? []);
  // A restriction that names no place is about all of them.
  if (closed.some((places) => places.length === 0)) return [];
  const names = new Set(closed.flat().map(toRegionName));
  return locations.map(toRegionName).filter((name) => !names.has(name));
}

const maybe = v.fallback(v.optional(v.string()), undefined);
const locationShape = v.object({
  name: v.string(),
  displayName: maybe,
  type: maybe,
  metadata: v.fallback(v.object({ regionType: maybe, regionCategory: maybe, geography: maybe }), {
    regionType: undefined,
    regionCategory: undefined,
    geography: undefined,
  }),
});

type Location = v.InferOutput<typeof locationShape>;

const isPhysical = ({ type, metadata }: Location): boolean =>
  type !== 'EdgeZone' && metadata.regionType === 'Physical';

const toRegion = ({
  name,
  displayName,
  metadata: { regionCategory, geography },
}: Location): Region => ({
  name: toRegionName(name),
  displayName: displayName ?? name,
  ...(geography ? { geography } : {}),
  recommended: regionCategory === 'Recommended',
});

type Verbs = Pick<Azure, 'regions' | 'models' | 'accountModels' | 'usages' | 'capacities'>;

/** What Azure offers: regions, models, quota. */
export function armCatalogue(
  connection: ArmConnection,
  tenantId: string,
  cache: ModelCache,
): Verbs {
  const { cognitive, list, listing } = connection;

  async function regionNames(subscriptionId: string, kind: AccountKind): Promise<Set<string>> {
    const names = new Set<string>();
    for await (const sku of cognitive(subscriptionId).resourceSkus.list(listing())) {
      const fits = sku.resourceType === 'accounts' && sku.kind === kind && sku.name === 'S0';
      if (fits) openLocations(sku).forEach((name) => names.add(name));
    }
    return names;
  }

  return {
    regions: (subscriptionId, kind) =>
      translating({ subscriptionId }, async () => {
        const path = `/subscriptions/${subscriptionId}/locations?${subscriptionsApi}`;
        const [locations, names] = await Promise.all([
          list(path),
          regionNames(subscriptionId, kind),
        ]);
        return locations
          .map((one) => v.parse(locationShape, one))
          .filter(isPhysical)
          .map(toRegion)
          .filter(({ name }) => names.has(name));
      }),
    models: (subscriptionId, location) =>
      translating({ subscriptionId, location }, () =>
        cache.read([tenantId, subscriptionId, location].join('/'), () =>
          readModels(connection, subscriptionId, location),
        ),
      ),
    accountModels: (ref, kind) =>
      translating(ref, () =>
        cache.read([tenantId, accountPath(ref), kind].join('/'), () =>
          readAccountModels(connection, ref, kind),
        ),
      ),
    usages: (subscriptionId, location) =>
      translating({ subscriptionId, location }, async () => {
        const all = [];
        for await (const usage of cognitive(subscriptionId).usages.list(location, listing())) {
          const name = usage.name?.value?.toLowerCase();
          const { currentValue: used = 0, limit = 0 } = usage;
          if (name) all.push({ name, used, limit });
        }
        return all;
      }),
    capacities: (subscriptionId, { name, version }) =>
      translating({ subscriptionId }, async () => {
        const all: ModelCapacity[] = [];
        const { modelCapacities } = cognitive(subscriptionId);
        for await (const found of modelCapacities.list('OpenAI', name, version, listing())) {
          const { skuName, availableCapacity = 0 } = found.properties ?? {};
          const location = toRegionName(found.location);
          if (skuName && location) {
            all.push({ location, deploymentType: skuName, available: availableCapacity });
          }
        }
        return all;
      }),
  };
}
