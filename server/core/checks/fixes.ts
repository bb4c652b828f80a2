import { adoptedAccount } from '../../../common/azure/adoption';
import type { Fix } from '../../../common/check';
import { fitCapacity } from '../../../common/models/capacity';
import type { DeploymentTypeOption, ModelDrawback } from '../../../common/options';
import { unlessSetupError } from '../../../common/problem';
import type { Account } from '../azure/azure';
import { bestUsable } from '../catalog/best_candidate';
import { freeUnits, rankCandidates, type Candidate } from '../catalog/candidates';
import { deploymentNameFor, freeAccountName, freeName } from '../naming/names';
import { offersOfRegions, regionsInOrder } from '../catalog/region_offers';
import { serviceCapacity, withServiceCapacity } from '../catalog/service_capacity';
import type { CheckContext, Remedy } from './check';

/** The offers of the regions, in order; an unreadable region has none. */
async function offersIn(context: CheckContext, locations: readonly string[]) {
  const { azure, request, kibanaVersion, now } = context;
  const { subscriptionId, kind, target } = request;
  const search = { azure, subscriptionId, kind, kibanaVersion, target, now };
  const looks = await offersOfRegions(search, locations);
  return looks.flatMap((look) => ('found' in look ? look.found.models : []));
}

/** Fixes that deploy the request's model in regions with room for it, best first. */
async function withRoom(context: CheckContext, locations: readonly string[]): Promise<Candidate[]> {
  const { azure, request } = context;
  const { subscriptionId, capacity, modelName, modelVersion } = request;
  const [models, left] = await Promise.all([
    offersIn(context, locations),
    serviceCapacity(azure, subscriptionId, request),
  ]);
  const bounded = models.map((model) => withServiceCapacity(model, left));
  return rankCandidates(bounded, 'both', { modelName, modelVersion }).filter(
    ({ type }) => (type.free ?? 0) >= capacity && fitCapacity(type, capacity) === capacity,
  );
}

/** Another region with room for the same model: in the same type, else in the nearest one. */
export async function otherRegions(
  context: CheckContext,
  allowed?: readonly string[],
): Promise<Fix[]> {
  const { azure, request } = context;
  const regions = await unlessSetupError(azure.regions(request.subscriptionId, request.kind));
  const isCandidate = (name: string) =>
    name !== request.location && (!allowed || allowed.includes(name));
  const found = await withRoom(context, regionsInOrder(regions ?? []).filter(isCandidate));
  const same = found.find(({ type }) => type.deploymentType === request.deploymentType);
  const best = same ?? found[0];
  if (!best) return [];
  const { location } = best.model;
  const { deploymentType } = best.type;
  return [{ code: 'use_location', change: { location, deploymentType }, detail: { location } }];
}

/** Another deployment type of the same model with room in the same region. */
export async function otherTypes(context: CheckContext): Promise<Fix[]> {
  const { request } = context;
  const found = await withRoom(context, [request.location]);
  const other = found.find(({ type }) => type.deploymentType !== request.deploymentType);
  if (!other) return [];
  const { deploymentType } = other.type;
  return [{ code: 'use_deployment_type', change: { deploymentType }, detail: { deploymentType } }];
}

/** The model that would be recommended in this region. */
export const otherModels: Remedy = (context) => otherModel(context);

/** The best candidate without the same drawback. */
export const otherModelsWithout =
  (drawback: ModelDrawback): Remedy =>
  (context) =>
    otherModel(context, drawback);

async function otherModel(context: CheckContext, unwanted?: ModelDrawback): Promise<Fix[]> {
  const { azure, request } = context;
  const { subscriptionId } = request;
  const [models, deployments] = await Promise.all([
    offersIn(context, [request.location]),
    unlessSetupError(azure.deployments(request)),
  ]);
  const suits = ({ drawbacks }: DeploymentTypeOption) =>
    unwanted === undefined || !drawbacks.includes(unwanted);
  const others = models
    .filter(({ modelName }) => modelName !== request.modelName)
    .map((model) => ({ ...model, deploymentTypes: model.deploymentTypes.filter(suits) }));
  const best = await bestUsable(others, { azure, subscriptionId, useCase: 'both', fixed: {} });
  if (!best || freeUnits(best.type) === 0) return [];
  const { modelName, modelVersion } = best.model;
  const { deploymentType, free = request.capacity, minimum } = best.type;
  const wanted = Math.min(Math.max(request.capacity, minimum), free);
  const capacity = fitCapacity(best.type, wanted) || minimum;
  const taken = (deployments ?? []).map((one) => one.deploymentName);
  const deploymentName = freeName(deploymentNameFor(modelName), taken, 64);
  const change = { modelName, modelVersion, deploymentType, deploymentName, capacity };
  return [{ code: 'use_model', change, detail: { model: modelName, version: modelVersion } }];
}

export async function otherName({ azure, request }: CheckContext): Promise<Fix[]> {
  const name = await freeAccountName(azure, request.subscriptionId, request.kind);
  const change = { accountName: name, customSubDomainName: name };
  return [{ code: 'use_name', change, detail: { name } }];
}

/** Uses an existing account instead of creating one. */
export function adopt(account: Account, keyless = false): Fix[] {
  const change = adoptedAccount(account, keyless);
  if (!change) return [];
  const { resourceGroup, accountName: name } = change;
  return [{ code: 'use_existing_account', change, detail: { name, resourceGroup } }];
}

/** An existing account in the request's own region. */
export async function adoptable({ azure, request }: CheckContext): Promise<Fix[]> {
  const accounts = await unlessSetupError(azure.accounts(request.subscriptionId));
  const near = (accounts ?? []).filter(({ location }) => location === request.location);
  const isKeyless = request.authentication === 'entra_id';
  return near.flatMap((account) => adopt(account, isKeyless)).slice(0, 1);
}
