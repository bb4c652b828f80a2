import type {
  ElasticsearchClient,
  ElasticsearchRequestOptions,
  InferenceEndpointName,
} from '@kbn/core/server';
import { shortText } from '../../../core/short_list';
import { deletionIn } from './endpoint_answers';

/** Names of the pipelines and indices that use the endpoint, for a sentence; undefined if none does. Read-only. */
export async function usesOf(
  client: ElasticsearchClient,
  endpoint: InferenceEndpointName,
  options: ElasticsearchRequestOptions,
): Promise<string | undefined> {
  const answer = await client.inference.delete({ ...endpoint, dry_run: true }, options);
  const { pipelines = [], indexes = [] } = deletionIn(answer);
  return shortText([...pipelines, ...indexes]) || undefined;
}
