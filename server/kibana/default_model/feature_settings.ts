import type { KibanaRequest } from '@kbn/core/server';
import * as v from 'valibot';
import { bounded } from '../../core/targets/bounded';

/** Id of Agent Builder among the features whose models an administrator can choose. */
const agentBuilder = 'agent_builder';

const contract = v.object({ endpoints: v.object({ getForFeature: v.function() }) });
const answer = v.object({
  soEntryFound: v.boolean(),
  endpoints: v.array(v.object({ connectorId: v.string() })),
});

/**
 * True if an administrator has listed models for Agent Builder and this one is not among them. Kibana's plugin
 * `searchInferenceEndpoints` says so from 9.4 on; its contract is not meant for other plugins, so anything else counts as unknown.
 */
export async function isLeftOut(
  searchInferenceEndpoints: unknown,
  request: KibanaRequest,
  id: string,
): Promise<boolean> {
  const known = v.safeParse(contract, searchInferenceEndpoints);
  if (!known.success) return false;
  const { endpoints } = known.output;
  const resolved = await bounded(async (): Promise<unknown> =>
    Reflect.apply(endpoints.getForFeature, endpoints, [agentBuilder, request]),
  ).catch(() => undefined);
  const listed = v.safeParse(answer, resolved);
  if (!listed.success || !listed.output.soEntryFound) return false;
  return !listed.output.endpoints.some(({ connectorId }) => connectorId === id);
}
