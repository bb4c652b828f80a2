import type {
  ElasticsearchClient,
  ElasticsearchRequestOptions,
  InferenceEndpointName,
} from '@kbn/core/server';
import { shortList } from '../../../core/checks/short_list';

/** Names of the pipelines and indices that use the endpoint, for a sentence; undefined if none does. Deletes nothing. */
export async function usesOf(
  client: ElasticsearchClient,
  endpoint: InferenceEndpointName,
  options: ElasticsearchRequestOptions,
): Promise<string | undefined> {
  const { pipelines = [], indexes = [] } = await client.inference.delete(
    { ...endpoint, dry_run: true },
    options,
  );
  const { text, more } = shortList([...pipelines, ...indexes]);
  if (text === '') return undefined;
  return more > 0 ? `${text} (+${more})` : text;
}
