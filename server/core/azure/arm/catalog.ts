import * as v from 'valibot';
import type { AccountKind } from '../../../../common/setup_request';
import type { ArmConnection } from './connection';
import { translating } from './errors/errors';
import { readAccountModels, readModels } from './models';
import {
  entriesOf,
  entry,
  listOf,
  number,
  objectOf,
  requiredNumber,
  requiredText,
  text,
} from './answers/shapes';
import { toRegionName } from './answers/normalize';
import type { Region } from '../../../../common/options';
import type { Azure } from '../azure';
import type { ModelCache } from './model_cache';
import { accountPath } from '../arm_paths';
import { shownName } from '../without_secrets';

const subscriptionsApi = 'api-version=2022-12-01';

const blocking: ReadonlySet<string | undefined> = new Set([
  'NotAvailableForSubscription',
  'QuotaId',
]);

const texts = listOf(requiredText);
const skuShape = v.object({
  resourceType: text,
  kind: text,
  name: text,
  locations: texts,
  restrictions: listOf(
    v.object({ reasonCode: text, values: texts, restrictionInfo: objectOf({ locations: texts }) }),
  ),
});

type Sku = v.InferOutput<typeof skuShape>;

/** The locations of a catalog entry that this subscription can use. */
function openLocations({ locations, restrictions }: Sku): string[] {
  const closed = restrictions
    .filter(({ reasonCode }) => blocking.has(reasonCode))
    .map(({ values, restrictionInfo }) => (values.length > 0 ? values : restrictionInfo.locations));
  // A restriction without locations applies to all of them.
  if (closed.some((places) => places.length === 0)) return [];
  const names = new Set(closed.flat().map(toRegionName));
  return locations.map(toRegionName).filter((name) => !names.has(name));
}

const usageShape = v.object({
  name: v.object({ value: requiredText }),
  currentValue: requiredNumber,
  limit: requiredNumber,
});

const capacityShape = v.object({
  location: requiredText,
  properties: v.object({ skuName: requiredText, availableCapacity: number }),
});

const locationShape = v.object({
  name: requiredText,
  displayName: text,
  type: text,
  metadata: objectOf({ regionType: text, regionCategory: text }),
});

type Location = v.InferOutput<typeof locationShape>;

const isPhysical = ({ type, metadata }: Location): boolean =>
  type !== 'EdgeZone' && metadata.regionType === 'Physical';

const toRegion = ({ name, displayName, metadata: { regionCategory } }: Location): Region => ({
  name: toRegionName(name),
  displayName: shownName(displayName ?? name),
  recommended: regionCategory === 'Recommended',
});

/** Regions, models and quota. */
export function armCatalog(connection: ArmConnection, cache: ModelCache) {
  const { cognitive, list, listing } = connection;

  async function regionNames(subscriptionId: string, kind: AccountKind): Promise<Set<string>> {
    const skus = await entriesOf(skuShape, cognitive(subscriptionId).resourceSkus.list(listing()));
    const fits = (sku: Sku) =>
      sku.resourceType === 'accounts' && sku.kind === kind && sku.name === 'S0';
    return new Set(skus.filter(fits).flatMap(openLocations));
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
          .flatMap((one) => entry(locationShape, one))
          .filter(isPhysical)
          .map(toRegion)
          .filter(({ name }) => names.has(name));
      }),
    models: (subscriptionId, location) =>
      translating({ subscriptionId, location }, () =>
        cache.read(`${subscriptionId}/${location}`, () =>
          readModels(connection, subscriptionId, location),
        ),
      ),
    accountModels: (ref, kind) =>
      translating(ref, () =>
        cache.read(`${accountPath(ref)}/${kind}`, () => readAccountModels(connection, ref, kind)),
      ),
    usages: (subscriptionId, location) =>
      translating({ subscriptionId, location }, async () => {
        const pages = cognitive(subscriptionId).usages.list(location, listing());
        const found = await entriesOf(usageShape, pages);
        return found.map(({ name: { value }, currentValue: used, limit }) => {
          return { name: value.toLowerCase(), used, limit };
        });
      }),
    capacities: (subscriptionId, { modelName, modelVersion }) =>
      translating({ subscriptionId }, async () => {
        const { modelCapacities } = cognitive(subscriptionId);
        const pages = modelCapacities.list('OpenAI', modelName, modelVersion, listing());
        const found = await entriesOf(capacityShape, pages);
        return found.map(({ location, properties: { skuName, availableCapacity = 0 } }) => ({
          location: toRegionName(location),
          deploymentType: skuName,
          available: availableCapacity,
        }));
      }),
  } satisfies Partial<Azure>;
}
