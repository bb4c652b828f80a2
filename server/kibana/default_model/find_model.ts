import type { PluginStartContract } from '@kbn/actions-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import type { TargetKind } from '../../../common/targets/targets';
import { isFailure, SetupError } from '../../../common/problem';
import { bounded } from '../../core/targets/bounded';
import type { Target } from '../../core/targets/target';
import { statusOf } from '../status_of';

/**
 * `missing`: nothing has this id. `unreadable`: unknown, or not readable for this person. The name of an endpoint is
 * its id.
 */
type Found = { state: 'found'; name?: string } | { state: 'missing' | 'unreadable' };

export interface ModelSources {
  actions: Pick<PluginStartContract, 'getActionsClientWithRequest'>;
  endpoints: Pick<Target<'inference_endpoint'>, 'look'>;
}

/** The connector with an id, of any type. */
async function findConnector(
  actions: ModelSources['actions'],
  request: KibanaRequest,
  id: string,
): Promise<Found> {
  try {
    const client = await bounded(() => actions.getActionsClientWithRequest(request));
    const { name } = await bounded(() => client.get({ id }));
    return { state: 'found', name };
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined && !(error instanceof SetupError)) throw error;
    return { state: status === 404 ? 'missing' : 'unreadable' };
  }
}

/** The inference endpoint with an id, of any service. */
async function findEndpoint(endpoints: ModelSources['endpoints'], id: string): Promise<Found> {
  try {
    return { state: (await endpoints.look(id)) ? 'found' : 'missing' };
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    return { state: isFailure(error, 'inference_endpoint_conflict') ? 'found' : 'unreadable' };
  }
}

/**
 * The connector or inference endpoint with an id. @param kind - The kind, if known, because people without
 * Elasticsearch privileges can read connectors only.
 */
export async function findModel(
  { actions, endpoints }: ModelSources,
  request: KibanaRequest,
  id: string,
  kind?: TargetKind,
): Promise<Found> {
  if (kind === 'inference_endpoint') return findEndpoint(endpoints, id);
  const connector = await findConnector(actions, request, id);
  const isDecided = connector.state !== 'missing' || kind === 'connector';
  return isDecided ? connector : findEndpoint(endpoints, id);
}
