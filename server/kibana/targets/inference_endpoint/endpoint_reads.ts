import type { CoreStart, ElasticsearchClient, KibanaRequest } from '@kbn/core/server';
import { isFailure, SetupError, unlessFailure } from '../../../../common/problem';
import { bounded, type CallOptions } from '../../../core/targets/bounded';
import type { ExistingTarget } from '../../../core/targets/target';
import { createRedact } from '../answers/redact';
import { endpointsIn } from './endpoint_answers';
import { failureIn, isNotFound, named } from './elasticsearch_error';
import { settingsOf, taskType, toExisting, type Settings } from './endpoint_config';

/** Options for calls without a request to the model. */
export const shortCall = { requestTimeout: 20_000, maxRetries: 0 };

/** Path parameters of an endpoint in Elasticsearch's API. */
export const endpoint = (id: string) => ({ task_type: taskType, inference_id: id }) as const;

export const conflict = (name: string) =>
  new SetupError({ code: 'inference_endpoint_conflict', detail: { name } });

/** Reads endpoints as the person, never as Kibana's internal user. */
export function createReads(
  core: { elasticsearch: CoreStart['elasticsearch'] },
  request: KibanaRequest,
) {
  const client = (): ElasticsearchClient =>
    core.elasticsearch.client.asScoped(request).asCurrentUser;

  /** A call with a timeout; converts errors to problems. */
  const call = <T>(
    act: (client: ElasticsearchClient, signal: AbortSignal) => Promise<T>,
    options?: CallOptions,
    secrets?: readonly string[],
  ): Promise<T> =>
    bounded((signal) => act(client(), signal), options).catch((error: unknown) => {
      if (isFailure(error, 'connector_slow')) {
        throw new SetupError({ code: 'elasticsearch_unavailable' });
      }
      throw named(error, createRedact(secrets));
    });

  /** Undefined if there is none. */
  const read = (id: string, options?: CallOptions) =>
    call(async (es, signal) => {
      try {
        // Without the task type, because Elasticsearch rejects an endpoint of another type.
        const answer = await es.inference.get({ inference_id: id }, { ...shortCall, signal });
        return endpointsIn(answer).find(({ inference_id: found }) => found === id);
      } catch (error) {
        const failure = failureIn(error);
        if (failure && isNotFound(failure)) return undefined;
        throw error;
      }
    }, options);

  return {
    client,
    call,

    /** Throws a conflict for an endpoint that setup cannot have created. */
    async settings(id: string, options?: CallOptions): Promise<Settings | undefined> {
      const info = await read(id, options);
      if (!info) return undefined;
      const found = settingsOf(info);
      if (!found) throw conflict(id);
      return found;
    },

    async list(options?: CallOptions): Promise<ExistingTarget[] | undefined> {
      const read = call(
        async (es, signal) =>
          endpointsIn(await es.inference.get(endpoint('_all'), { ...shortCall, signal })),
        options,
      );
      // A check reports the missing privilege.
      const endpoints = await unlessFailure(read, 'inference_privilege_missing');
      return endpoints?.flatMap((info) => {
        const found = settingsOf(info);
        return found ? [toExisting(info.inference_id, found)] : [];
      });
    },
  };
}
