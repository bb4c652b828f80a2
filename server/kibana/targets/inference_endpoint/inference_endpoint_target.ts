import type { CoreStart, ElasticsearchClient, KibanaRequest } from '@kbn/core/server';
import { hostOf } from '../../../../common/values/host_of';
import { SetupError, unlessSetupError } from '../../../../common/problem';
import type { CallOptions } from '../../../core/targets/bounded';
import type { Refusal, Target, TargetSpec } from '../../../core/targets/target';
import { createRedact } from '../answers/redact';
import { longestChat } from '../questions';
import { ask } from './ask';
import { isAssistants, probeAssistants } from './assistants';
import { chat } from './chat';
import { assertEndpoint, deletionIn } from './endpoint_answers';
import {
  failureIn,
  isAlreadyThere,
  isNotFound,
  problemOf,
  type Failure,
} from './elasticsearch_error';
import {
  authSettings,
  configOf,
  isAsSpecified,
  secretsIn,
  toExisting,
  trialIdOf,
} from './endpoint_config';
import { conflict, createReads, endpoint, shortCall } from './endpoint_reads';
import { probeStream } from './probe';
import { providerRefusal, validationSeconds } from './provider_refusal';
import { readinessOf, type ReadinessServices } from './readiness';
import { usesOf } from './uses';

export interface InferenceServices extends ReadinessServices {
  core: ReadinessServices['core'] & { elasticsearch: CoreStart['elasticsearch'] };
  /** Start contract of Kibana's plugin `inference`, if available. */
  inference?: unknown;
}

/**
 * Timeout of a call that tests the model, in milliseconds: Elasticsearch's timeout plus a margin. The client does not
 * retry; after a lost response, setup looks for the endpoint.
 */
const liveCall = { requestTimeout: (validationSeconds + 8) * 1_000, maxRetries: 0 };

/** Elasticsearch inference endpoints, as the person, never as Kibana's internal user. */
export function createInferenceEndpointTarget(
  services: InferenceServices,
  request: KibanaRequest,
): Target<'inference_endpoint'> {
  const { core, inference } = services;
  const { client, call, settings, list } = createReads(core, request);

  /** Creates or updates an endpoint. Resolves to Elasticsearch's failure, if any. */
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
    const refusal = providerRefusal(failure, {
      host: hostOf(url),
      isKeyless: 'clientId' in spec.auth,
      redact: createRedact(secrets),
    });
    return refusal ? { refusal } : { failure };
  }

  async function put(spec: TargetSpec, options: CallOptions): Promise<Refusal | undefined> {
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
    // The response to an earlier creation can have been lost.
    const found = await settings(id, options);
    if (!found || !isAsSpecified(found, spec)) throw conflict(id);
    return undefined;
  }

  /** Cleans up an interrupted replacement. */
  async function create(spec: TargetSpec, options: CallOptions = {}): Promise<Refusal | undefined> {
    const refusal = await put(spec, options);
    if (!refusal) await remove(trialIdOf(spec.id), options);
    return refusal;
  }

  /** Never with `force`; the problem has the uses of the endpoint. */
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
   * Updates the credentials, which Elasticsearch tests before it stores them. `_update` cannot change the deployment or
   * the kind of authentication; in that case, the endpoint is replaced by a tested one.
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
    // Deleted meanwhile.
    if (failure && isNotFound(failure)) return create(spec, options);
    if (failure) throw new SetupError(problemOf(failure, createRedact(secretsIn(spec))));
    if (!refusal) await remove(trialIdOf(id), options);
    return refusal;
  }

  /**
   * Elasticsearch tests the new settings under a temporary id while the endpoint stays in use. The temporary endpoint
   * is deleted last, so a crash always leaves a working one.
   */
  async function replace(spec: TargetSpec, options: CallOptions): Promise<Refusal | undefined> {
    const trial = { ...spec, id: trialIdOf(spec.id) };
    await remove(trial.id, options);
    const refusal = await put(trial, options);
    if (refusal) return refusal;
    try {
      await remove(spec.id, options);
    } catch (error) {
      await unlessSetupError(remove(trial.id, options));
      throw error;
    }
    return create(spec, options);
  }

  /** The chat functions of the endpoint. */
  async function chatCall(id: string, secrets?: readonly string[], length?: number) {
    const found = await unlessSetupError(settings(id));
    const { url = '', clientId } = found ? toExisting(id, found) : {};
    const way = { host: hostOf(url), isKeyless: clientId !== undefined };
    return { client: client(), id, ...way, redact: createRedact(secrets, length) };
  }

  return {
    readiness: () => readinessOf(services, client()),

    async look(id, options) {
      const found = await settings(id, options);
      return found && toExisting(id, found);
    },

    idsOf: (id) => [id, trialIdOf(id)],
    list,
    create,
    update,
    remove,

    // Its calls come from the Elasticsearch nodes, so Kibana cannot test the connection.
    reach: async () => ({ status: 'unknown' }),

    ask: async (id, options) => ask(await chatCall(id, options?.secrets), options),

    chat: async (id, question, options) =>
      chat(await chatCall(id, options.secrets, longestChat.characters), question, options),

    probes: ['assistants', 'stream', 'tools'],

    async probe(id, probe, options = {}) {
      const through = await chatCall(id, options.secrets);
      if (isAssistants(inference)) {
        return probeAssistants(probe, { assistants: inference, request, ...through }, options);
      }
      return probe === 'assistants'
        ? { probe, status: 'untested', problem: { code: 'assistants_untested' } }
        : probeStream(probe, through, options);
    },
  };
}
