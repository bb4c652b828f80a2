import type { Fix } from '../../common/check';
import type { Account } from '../azure/azure';
import { rankCandidates, type Candidate } from '../models/candidates';
import { freeAccountName } from '../models/names';
import { regionOffers } from '../models/region_offers';
import { regionsInOrder } from '../models/best_candidate';
import type { AzureCheckContext } from './check';

/** Regions looked at for one with room; they are asked at the same time. */
const regionsLookedAt = 6;

const roomFor = ({ request }: AzureCheckContext, { type }: Candidate): boolean =>
  (type.free ?? 0) >= request.capacity && request.capacity <= (type.maximum ?? Infinity);

/** What one region offers, the best first; nothing when it cannot be read. */
async function candidatesIn(context: AzureCheckContext, location: string, model: boolean) {
  const { azure, request, now } = context;
  const { subscriptionId, kind, modelName, modelVersion } = request;
  const where = { subscriptionId, location, kind };
  const offers = await regionOffers(azure, where, now).catch(() => undefined);
  return rankCandidates(offers?.models ?? [], 'both', model ? { modelName, modelVersion } : {});
}

/** Other regions in which the same model has room, the nearest type first. */
export async function otherRegions(
  context: AzureCheckContext,
  allowed?: readonly string[],
): Promise<Fix[]> {
  const { azure, request } = context;
  const regions = await azure.regions(request.subscriptionId, request.kind).catch(() => []);
  const isCandidate = (name: string) =>
    name !== request.location && (!allowed || allowed.includes(name));
  const names = regionsInOrder(regions).filter(isCandidate).slice(0, regionsLookedAt);
  const lists = await Promise.all(names.map((name) => candidatesIn(context, name, true)));
  const best = lists.flatMap((list) => list.find((one) => roomFor(context, one)) ?? [])[0];
  if (!best) return [];
  const { location } = best.model;
  const { deploymentType } = best.type;
  return [{ code: 'use_location', change: { location, deploymentType }, detail: { location } }];
}

/** Another deployment type of the same model with room in the same region. */
export async function otherTypes(context: AzureCheckContext): Promise<Fix[]> {
  const { request } = context;
  const candidates = await candidatesIn(context, request.location, true);
  const other = candidates.find(
    (one) => one.type.deploymentType !== request.deploymentType && roomFor(context, one),
  );
  if (!other) return [];
  const { deploymentType } = other.type;
  return [{ code: 'use_deployment_type', change: { deploymentType }, detail: { deploymentType } }];
}

/** The model that would be recommended in this region. */
export async function otherModels(context: AzureCheckContext): Promise<Fix[]> {
  const { request } = context;
  const candidates = await candidatesIn(context, request.location, false);
  const [best] = candidates.filter(({ model }) => model.modelName !== request.modelName);
  if (!best) return [];
  const { modelName, modelVersion } = best.model;
  const { deploymentType, free = request.capacity, maximum = Infinity } = best.type;
  const capacity = Math.max(1, Math.min(request.capacity, free, maximum));
  const change = { modelName, modelVersion, deploymentType, deploymentName: modelName, capacity };
  return [{ code: 'use_model', change, detail: { model: modelName, version: modelVersion } }];
}

export async function otherName({ azure, request }: AzureCheckContext): Promise<Fix[]> {
  const name = await freeAccountName(azure, request.subscriptionId, request.kind);
  const change = { accountName: name, customSubDomainName: name };
  return [{ code: 'use_name', change, detail: { name } }];
}

/** Uses an account that is there instead of making one. */
export function adopt(account: Account): Fix[] {
  const { kind } = account;
  const usable = account.state === 'Succeeded' && !account.keysDisabled && account.openAiEndpoint;
  if (!usable || (kind !== 'OpenAI' && kind !== 'AIServices')) return [];
  const { resourceGroup, accountName, location, customSubDomainName, networkAccess } = account;
  const change: Fix['change'] = {
    resourceGroup,
    accountName,
    location,
    kind,
    customSubDomainName,
    networkAccess,
  };
  return [{ code: 'use_existing_account', change, detail: { name: accountName, resourceGroup } }];
}

/** An existing account in the request's own region. */
export async function adoptable({ azure, request }: AzureCheckContext): Promise<Fix[]> {
  const accounts = await azure.accounts(request.subscriptionId).catch(() => []);
  const near = accounts.filter(({ location }) => location === request.location);
  return near.flatMap(adopt).slice(0, 1);
}
