import type { CallRateLimit, Model, ModelSku, ResourceSku } from '@azure/arm-cognitiveservices';
import * as v from 'valibot';
import type { LifecycleStatus } from '../../common/options';
import type { AccountKind } from '../../common/setup_request';
import type { ArmConnection } from './arm_connection';
import { translating } from './arm_errors';
import { isoDate, toRegionName } from './arm_words';
import type { Azure, ModelCapacity, OfferedModel, OfferedSku, Region } from './azure';
import type { ModelCache } from './model_cache';

const subscriptionsApi = 'api-version=2022-12-01';

const lifecycles: Readonly<Record<string, LifecycleStatus>> = {
  Preview: 'Preview',
  GenerallyAvailable: 'GenerallyAvailable',
  Stable: 'GenerallyAvailable',
  Legacy: 'Legacy',
  Deprecating: 'Deprecating',
  Deprecated: 'Deprecated',
};

/** What one unit gives in a minute; `key` is on the wire and not in the client's type. */
function perMinute(limits: readonly CallRateLimit[], wanted: string): number | undefined {
  const limit = limits.find((one) => 'key' in one && one.key === wanted);
  if (!limit?.count || !limit.renewalPeriod) return undefined;
  return (limit.count * 60) / limit.renewalPeriod;
}

/** Most models' unit, for the few that do not say. */
const usualTokensPerUnit = 1_000;

function toSku({ name, usageName, capacity, rateLimits = [], ...sku }: ModelSku): OfferedSku[] {
  if (!name || !usageName) return [];
  const requestsPerUnit = perMinute(rateLimits, 'request');
  const retiresAt = isoDate(sku.deprecationDate);
  return [
    {
      name,
      usageName,
      minimum: capacity?.minimum ?? 1,
      ...(capacity?.maximum === undefined ? {} : { maximum: capacity.maximum }),
      step: capacity?.step ?? 1,
      ...(capacity?.default === undefined ? {} : { default: capacity.default }),
      tokensPerUnit: perMinute(rateLimits, 'token') ?? usualTokensPerUnit,
      ...(requestsPerUnit === undefined ? {} : { requestsPerUnit }),
      ...(retiresAt ? { retiresAt } : {}),
    },
  ];
}

const toKind = (kind: string | undefined): AccountKind | undefined =>
  kind === 'OpenAI' || kind === 'AIServices' ? kind : undefined;

/** The capabilities' values are texts. */
function toModel({ kind: armKind, model }: Model): OfferedModel[] {
  const kind = toKind(armKind);
  if (!kind || model?.format !== 'OpenAI' || !model.name || !model.version) return [];
  const { capabilities = {}, name, version } = model;
  const contextTokens = Number(capabilities.maxContextToken);
  const retiresAt = isoDate(model.deprecation?.inference);
  return [
    {
      kind,
      name,
      version,
      isDefaultVersion: model.isDefaultVersion === true,
      lifecycleStatus: lifecycles[model.lifecycleStatus ?? ''] ?? 'GenerallyAvailable',
      chatCompletion: capabilities.chatCompletion === 'true',
      responses: capabilities.responses === 'true',
      ...(contextTokens > 0 ? { contextTokens } : {}),
      ...(retiresAt ? { retiresAt } : {}),
      skus: (model.skus ?? []).flatMap(toSku),
    },
  ];
}

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

type Verbs = Pick<Azure, 'regions' | 'models' | 'usages' | 'capacities'>;

/** What Azure offers: regions, models, quota. */
export function armCatalogue(
  { cognitive, list, abortSignal }: ArmConnection,
  tenantId: string,
  cache: ModelCache,
): Verbs {
  const options = abortSignal ? { abortSignal } : {};

  async function regionNames(subscriptionId: string, kind: AccountKind): Promise<Set<string>> {
    const names = new Set<string>();
    for await (const sku of cognitive(subscriptionId).resourceSkus.list(options)) {
      const fits = sku.resourceType === 'accounts' && sku.kind === kind && sku.name === 'S0';
      if (fits) openLocations(sku).forEach((name) => names.add(name));
    }
    return names;
  }

  async function readModels(subscriptionId: string, location: string): Promise<OfferedModel[]> {
    const all: OfferedModel[] = [];
    for await (const model of cognitive(subscriptionId).models.list(location, options)) {
      all.push(...toModel(model));
    }
    return all;
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
          readModels(subscriptionId, location),
        ),
      ),
    usages: (subscriptionId, location) =>
      translating({ subscriptionId, location }, async () => {
        const all = [];
        for await (const usage of cognitive(subscriptionId).usages.list(location, options)) {
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
        for await (const found of modelCapacities.list('OpenAI', name, version, options)) {
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
