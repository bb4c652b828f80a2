import type { CoreStart, ElasticsearchClient, KibanaRequest } from '@kbn/core/server';
import { hostOf } from '../../../../common/values/host_of';
import { isFailure, SetupError, unlessSetupError } from '../../../../common/problem';
import { bounded, type CallOptions } from '../../../core/targets/bounded';
import type { Refusal, Target, TargetSpec } from '../../../core/targets/target';
import { createRedact } from '../answers/redact';
import { longestChat } from '../questions';
import { ask } from './ask';
import { isAssistants, probeAssistants } from './assistants';
import { chat } from './chat';
import { assertEndpoint, deletionIn, endpointsIn } from './endpoint_answers';
import {
  failureIn,
  isAlreadyThere,
  isNotFound,
  named,
  problemOf,
  type Failure,
} from './elasticsearch_error';
import {
  authSettings,
  configOf,
  isAsSpecified,
  secretsIn,
  settingsOf,
  taskType,
  toExisting,
  trialIdOf,
  type Settings,
} from './endpoint_config';
import { probeStream } from './probe';
import { providerRefusal, validationSeconds } from './provider_refusal';
import { readinessOf, type ReadinessServices } from './readiness';
import { usesOf } from './uses';

export interface InferenceServices extends ReadinessServices {
  core: ReadinessServices['core'] & { elasticsearch: CoreStart['elasticsearch'] };
  /** Start contract of Kibana's plugin `inference`, where there is one. */
  inference?: unknown;
}

/**
 * Bound of a call that asks the model, in milliseconds: Elasticsearch's own time limit, and time for its answer. Not repeated by the
 * client: whether a lost one has created the endpoint is looked at.
 */
const liveCall = { requestTimeout: (validationSeconds + 8) * 1_000, maxRetries: 0 };
const shortCall = { requestTimeout: 20_000, maxRetries: 0 };

/** Inference endpoints of Elasticsearch, as the person behind the request; never as Kibana's own user. */
export function createInferenceEndpointTarget(
  services: InferenceServices,
  request: KibanaRequest,
): Target<'inference_endpoint'> {
  const { core, inference } = services;
  const client = (): ElasticsearchClient =>
    core.elasticsearch.client.asScoped(request).asCurrentUser;
  const endpoint = (id: string) => ({ task_type: taskType, inference_id: id }) as const;

  /** A call with an end, whose refusals are named. */
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

  /** Undefined if there is none of this id. */
  const read = (id: string, options?: CallOptions) =>
    call(async (es, signal) => {
      try {
        // Without the task type, by which Elasticsearch would refuse an endpoint of another one.
        const answer = await es.inference.get({ inference_id: id }, { ...shortCall, signal });
        return endpointsIn(answer).find(({ inference_id: found }) => found === id);
      } catch (error) {
        const failure = failureIn(error);
        if (failure && isNotFound(failure)) return undefined;
        throw error;
      }
    }, options);

  const conflict = (name: string) =>
    new SetupError({ code: 'inference_endpoint_conflict', detail: { name } });

  async function settings(id: string, options?: CallOptions): Promise<Settings | undefined> {
    const info = await read(id, options);
    if (!info) return undefined;
    const found = settingsOf(info);
    if (!found) throw conflict(id);
    return found;
  }

  /** A creation or an update. Resolves to the failure of what Elasticsearch refused. */
  async function live(
    { url, ...spec }: TargetSpec,
    options: CallOptions,
    act: (es: ElasticsearchClient, signal: AbortSignal) => Promise<unknown>,
  ): Promise<{ refusal?: Refusal; failure?: Failure }> {
    const secrets = secretsIn({ url, ...spec });
    const timeoutMs = liveCall.requestTimeout + 1_000;
    const failure = await call(
      async (es, signal) => {
        try {
          assertEndpoint(await act(es, signal));
          return undefined;
        } catch (error) {
          const found = failureIn(error);
          if (found?.status === undefined) throw error;
          return found;
        }
      },
      { ...options, timeoutMs },
      secrets,
    );
    if (!failure) return {};
    const refusal = providerRefusal(failure, hostOf(url), createRedact(secrets));
    return refusal ? { refusal } : { failure };
  }

  async function create(spec: TargetSpec, options: CallOptions = {}): Promise<Refusal | undefined> {
    const { id } = spec;
    const inference_config = configOf(spec);
    const { refusal, failure } = await live(spec, options, (es, signal) =>
      es.inference.put(
        { ...endpoint(id), timeout: `${validationSeconds}s`, inference_config },
        { ...liveCall, signal },
      ),
    );
    if (!failure) return refusal;
    if (!isAlreadyThere(failure))
      throw new SetupError(problemOf(failure, createRedact(secretsIn(spec))));
    // The answer to an earlier creation can have been lost.
    const found = await settings(id, options);
    if (!found || !isAsSpecified(found, spec)) throw conflict(id);
    return undefined;
  }

  /** Never with `force`: what uses the endpoint is named. */
  async function remove(id: string, options?: CallOptions): Promise<void> {
    await call(async (es, signal) => {
      try {
        deletionIn(await es.inference.delete(endpoint(id), { ...shortCall, signal }));
      } catch (error) {
        const failure = failureIn(error);
        if (failure && isNotFound(failure)) return;
        if (!failure || failure.chain.length === 0) throw error;
        // Throws if another endpoint has the id now.
        await settings(id, options);
        const uses = await usesOf(es, endpoint(id), { ...shortCall, signal });
        if (!uses) throw error;
        throw new SetupError({ code: 'inference_endpoint_in_use', detail: { name: id, uses } });
      }
    }, options);
  }

  /**
   * New credentials, which Elasticsearch tries before it stores them: refused ones leave the endpoint as it was. `_update` changes
   * neither the deployment nor the kind of authentication. There, the endpoint gives way to a new one that Elasticsearch has tried.
   */
  async function update(spec: TargetSpec, options: CallOptions = {}): Promise<Refusal | undefined> {
    const { id, auth } = spec;
    const found = await settings(id, options);
    if (!found) return create(spec, options);
    if (!isAsSpecified(found, spec)) return replace(spec, options);
    const service_settings =
      'apiKey' in auth ? authSettings(auth) : { client_secret: auth.clientSecret };
    const { refusal, failure } = await live(spec, options, (es, signal) =>
      es.inference.update(
        { ...endpoint(id), inference_config: { service_settings } },
        { ...liveCall, signal },
      ),
    );
    if (!failure) return refusal;
    // Deleted since it was read.
    if (isNotFound(failure)) return create(spec, options);
    throw new SetupError(problemOf(failure, createRedact(secretsIn(spec))));
  }

  /** Elasticsearch tries the new settings under an id of their own while the endpoint stays in use. */
  async function replace(spec: TargetSpec, options: CallOptions): Promise<Refusal | undefined> {
    const trial = { ...spec, id: trialIdOf(spec.id) };
    await remove(trial.id, options);
    const refusal = await create(trial, options);
    await remove(trial.id, options);
    if (refusal) return refusal;
    await remove(spec.id, options);
    return create(spec, options);
  }

  /** The endpoint as something to talk to. */
  async function chatCall(id: string, secrets?: readonly string[], length?: number) {
    const found = await unlessSetupError(settings(id));
    const host = hostOf((found && toExisting(id, found).url) ?? '');
    return { client: client(), id, host, redact: createRedact(secrets, length) };
  }

  return {
    readiness: () => readinessOf(services, client()),

    async look(id, options) {
      const found = await settings(id, options);
      return found && toExisting(id, found);
    },

    async list(options) {
      const endpoints = await call(
        async (es, signal) =>
          endpointsIn(await es.inference.get(endpoint('_all'), { ...shortCall, signal })),
        options,
      ).catch((error: unknown) => {
        // A person without the privilege sees none; the checks say what is missing.
        if (isFailure(error, 'inference_privilege_missing')) return [];
        throw error;
      });
      return endpoints.flatMap((info) => {
        const found = settingsOf(info);
        return found ? [toExisting(info.inference_id, found)] : [];
      });
    },

    create,
    update,

    // With what a replacement that was broken off left behind.
    async remove(id, options) {
      await remove(trialIdOf(id), options);
      await remove(id, options);
    },

    // Its calls leave from Elasticsearch's nodes, which Kibana cannot look through.
    reach: async () => ({ status: 'unknown' }),

    ask: async (id, options) => ask(await chatCall(id, options?.secrets), options),

    chat: async (id, question, options) =>
      chat(await chatCall(id, options.secrets, longestChat.characters), question, options),

    probes: isAssistants(inference) ? ['assistants', 'stream', 'tools'] : ['stream', 'tools'],

    async probe(id, probe, options = {}) {
      const through = await chatCall(id, options.secrets);
      return isAssistants(inference)
        ? probeAssistants(probe, { assistants: inference, request, ...through }, options)
        : probeStream(probe, through, options);
    },
  };
}
