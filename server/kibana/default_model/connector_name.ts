import type { PluginStartContract } from '@kbn/actions-plugin/server';
import type { KibanaRequest } from '@kbn/core/server';
import { SetupError } from '../../../common/problem';
import { bounded } from '../../core/targets/bounded';
import { statusOf } from '../status_of';

/** `missing`: no connector has this id. `unreadable`: this cannot be told, or not to this person. */
type Found = { state: 'found'; name: string } | { state: 'missing' | 'unreadable' };

/** The connector under an id, of any type. */
export async function findConnector(
  actions: Pick<PluginStartContract, 'getActionsClientWithRequest'>,
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
