import { modelsIn, offersIn, usageNameOf } from '../../../catalogue/lookup';
import { metersOf } from '../../../catalogue/meters';
import type { CatalogueModel } from '../../../catalogue/catalogue_model';
import { models } from '../../../catalogue/models';
import type { Offer } from '../../../catalogue/offers';
import { normalLocation, openAiRegionsOf } from '../../../catalogue/regions';
import { ok, type Reply } from '../../../http/message';
import { param } from '../../../http/path';
import { accountKinds } from '../account_kinds';
import { armError } from '../../arm_error';
import { subscriptionId, type AccountCall, type SubscriptionCall } from '../../call';
import { locationRefusal } from '../../locations';
import { usageRow } from './quota';
import type { WorldState } from '../../../worlds/world';

/** The service writes `costs` where its specification has `cost`. Words of the unit are a guess; no client relies on them. */
const costsJson = ({ prices }: WorldState, model: CatalogueModel, offer: Offer, region: string) =>
  prices === 'no_meter_ids'
    ? {}
    : {
        costs: metersOf(model, offer, region).map(({ name, meterId, unitOfMeasure }) => ({
          ...{ name, meterId },
          unit: unitOfMeasure === '1 Hour' ? '1 Hour' : `${unitOfMeasure} tokens`,
        })),
      };

const skuJson = (world: WorldState, model: CatalogueModel, offer: Offer, region: string) => {
  const { sku, capacity, requests, tokens, retires } = offer;
  return {
    name: sku,
    usageName: usageNameOf(model, sku),
    deprecationDate: `${retires ?? model.retires}T00:00:00Z`,
    capacity,
    rateLimits: [
      { key: 'request', ...requests },
      { key: 'token', ...tokens },
    ],
    ...costsJson(world, model, offer, region),
  };
};

/** The list has one lifecycle status for all deployment types: their common one if they share it. */
const lifecycleIn = (model: CatalogueModel, region: string) => {
  const states = new Set(offersIn(model, region).map(({ lifecycle }) => lifecycle));
  const [only] = states;
  return states.size === 1 && only ? only : model.lifecycle;
};

const modelJson = (world: WorldState, model: CatalogueModel, region: string) => ({
  format: model.format,
  name: model.name,
  version: model.version,
  description: `${model.name} ${model.version}`,
  ...(model.isDefaultVersion ? { isDefaultVersion: true } : {}),
  maxCapacity: 3,
  capabilities: model.capabilities,
  finetuneCapabilities: {},
  lifecycleStatus: lifecycleIn(model, region),
  modelCatalogAssetId: `azureml://registries/azure-openai/models/${model.name}/versions/${model.version}`,
  deprecation: {
    inference: `${model.retires}T00:00:00Z`,
    fineTune: `${model.retires}T00:00:00Z`,
    deprecationStatus: 'Planned',
  },
  skus: offersIn(model, region).map((offer) => skuJson(world, model, offer, region)),
  systemData: {},
});

/** Models of a region; each OpenAI model is listed twice, once for each kind of account. */
export function listModels(call: SubscriptionCall): Reply {
  const refusal = locationRefusal(call);
  if (refusal) return refusal;
  const region = normalLocation(param(call.params, 'location'));
  const id = `${subscriptionId(call.subscription)}/providers/Microsoft.CognitiveServices/locations/${region}/models`;
  return ok({
    value: ['OpenAI', 'AIServices'].flatMap((kind) =>
      modelsIn(region)
        .filter(({ kinds }) => kinds.includes(kind))
        .map((model) => ({
          id: `${id}/${model.format}.${model.name}.${model.version}`,
          type: 'Microsoft.CognitiveServices/locations/models',
          name: `${model.format}.${model.name}.${model.version}`,
          location: region,
          kind,
          skuName: 'S0',
          model: modelJson(call.state.world, model, region),
        })),
    ),
  });
}

/** Models that can be deployed in one account, without the envelope of the region's list. */
export const listAccountModels = ({ account, state }: AccountCall): Reply => {
  const region = normalLocation(account.location);
  return ok({
    value: modelsIn(region)
      .filter(({ kinds }) => kinds.includes(account.kind))
      .map((model) => modelJson(state.world, model, region)),
  });
};

/** One entry for each kind, tier and region, with the region's name in capitals. */
export const listSkus = ({ state, cloud, subscription }: SubscriptionCall): Reply =>
  ok({
    value: Object.entries(accountKinds).flatMap(([kind, skus]) =>
      skus.flatMap((name) =>
        openAiRegionsOf(cloud, state.world).map((region) => ({
          resourceType: 'accounts',
          name,
          tier: name === 'F0' ? 'Free' : 'Standard',
          kind,
          locations: [region.name.toUpperCase()],
          restrictions:
            subscription.eligible && !subscription.closedRegions.includes(region.name)
              ? []
              : [
                  {
                    type: 'Location',
                    values: [region.name.toUpperCase()],
                    reasonCode: 'NotAvailableForSubscription',
                    restrictionInfo: { locations: [region.name.toUpperCase()] },
                  },
                ],
        })),
      ),
    ),
  });

/** Free capacity of a model by region and deployment type; region names come in another casing here. */
export function listModelCapacities(call: SubscriptionCall): Reply {
  const { state, cloud, subscription, request } = call;
  const query = request.url.searchParams;
  const format = query.get('modelFormat');
  const name = query.get('modelName');
  const version = query.get('modelVersion');
  if (format === null || name === null || version === null)
    return armError(400, 'BadRequest', 'modelFormat, modelName and modelVersion are required.');
  const found = models.find(
    (model) => model.format === format && model.name === name && model.version === version,
  );
  const value = openAiRegionsOf(cloud, state.world).flatMap(({ name: regionName, displayName }) =>
    (found ? offersIn(found, regionName) : []).map(({ sku, capacity }) => {
      const location = displayName.replaceAll(' ', '');
      const row = usageRow(state, subscription, regionName, { model: { format, name }, sku });
      return {
        id: `${subscriptionId(subscription)}/providers/Microsoft.CognitiveServices/locations/${location}/models/${format}.${name}.${version}/skuCapacities/${sku}`,
        type: 'Microsoft.CognitiveServices/locations/models/skuCapacities',
        name: sku,
        location,
        properties: {
          model: { format, name, version },
          skuName: sku,
          availableCapacity: Math.max(
            0,
            Math.min(
              row.limit - row.used,
              capacity.maximum,
              subscription.serviceCapacity[regionName] ?? Infinity,
            ),
          ),
          availableFinetuneCapacity: 0,
        },
      };
    }),
  );
  return ok({ value });
}
