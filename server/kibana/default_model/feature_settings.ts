import type { KibanaRequest } from '@kbn/core/server';
import * as v from 'valibot';
import { bounded } from '../../core/targets/bounded';

/** Id of Agent Builder among the features whose models an administrator can choose. */
const agentBuilder = 'agent_builder';

const endpoints = v.object({ getForFeature: v.function() });
const features = v.object({ getAll: v.function() });
const contract = v.object({ endpoints });
const wholeContract = v.object({ endpoints, features });
const answer = v.object({
  soEntryFound: v.boolean(),
  endpoints: v.array(v.object({ connectorId: v.string() })),
});
const registered = v.array(v.object({ featureId: v.string(), featureName: v.string() }));

type Listing = v.InferOutput<typeof contract>['endpoints'];

/** Undefined if the call fails or takes too long. */
const called = (act: () => unknown): Promise<unknown> =>
  bounded(async () => act()).catch(() => undefined);

/** Ids of the models that an administrator has listed for a feature; undefined if there is no readable list. */
async function listOf(
  listing: Listing,
  request: KibanaRequest,
  featureId: string,
): Promise<string[] | undefined> {
  const resolved = await called(() =>
    Reflect.apply(listing.getForFeature, listing, [featureId, request]),
  );
  const listed = v.safeParse(answer, resolved);
  if (!listed.success || !listed.output.soEntryFound) return undefined;
  return listed.output.endpoints.map(({ connectorId }) => connectorId);
}

/**
 * True if an administrator has listed models for Agent Builder and this one is not among them. Read from Kibana's
 * plugin `searchInferenceEndpoints`, from 9.4 on. Its contract is internal, so anything unexpected counts as unknown.
 */
export async function isLeftOut(
  searchInferenceEndpoints: unknown,
  request: KibanaRequest,
  id: string,
): Promise<boolean> {
  const known = v.safeParse(contract, searchInferenceEndpoints);
  if (!known.success) return false;
  const listed = await listOf(known.output.endpoints, request, agentBuilder);
  return listed !== undefined && !listed.includes(id);
}

/** The features for which an administrator has listed models, with their ids; undefined if this cannot be read. */
export async function featureLists(
  searchInferenceEndpoints: unknown,
  request: KibanaRequest,
): Promise<Array<{ name: string; ids: string[] }> | undefined> {
  const known = v.safeParse(wholeContract, searchInferenceEndpoints);
  if (!known.success) return undefined;
  const { endpoints: listing, features: registry } = known.output;
  const all = v.safeParse(
    registered,
    await called(() => Reflect.apply(registry.getAll, registry, [])),
  );
  if (!all.success) return undefined;
  return Promise.all(
    all.output.map(async ({ featureId, featureName }) => ({
      name: featureName,
      ids: (await listOf(listing, request, featureId)) ?? [],
    })),
  );
}
