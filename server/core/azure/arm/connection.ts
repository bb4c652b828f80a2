import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import type { TokenCredential } from '@azure/core-auth';
import {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  RestError,
  type HttpClient,
  type HttpMethods,
} from '@azure/core-rest-pipeline';
import type { Cloud } from '../../../../common/sign_in';
import {
  judgedBy,
  objectIn,
  pageReader,
  resourceIn,
  type ReadOptions,
} from './answers/read_answer';
import { parseJson } from '../../../../common/values/json';
import { clouds } from '../clouds';
import type { ArmResource } from '../resources/arm_resource';

export interface ArmOptions {
  cloud: Cloud;
  tenantId: string;
  accessToken: string;
  /** The cloud's transport, see `arm_transport`. */
  httpClient: HttpClient;
  signal?: AbortSignal;
}

/** Requests to ARM. */
export interface ArmConnection {
  cognitive: (subscriptionId: string) => CognitiveServicesManagementClient;
  /** Sends one request by path and query; returns the parsed body. Throws `RestError`. */
  send: (method: HttpMethods, path: string, body?: object) => Promise<unknown>;
  /** Creates or replaces the resource. ARM responds before it is ready. */
  put: (resource: ArmResource) => Promise<void>;
  /** A read-only POST. */
  ask: (path: string, body: object) => Promise<Record<string, unknown>>;
  /** One resource. */
  read: (path: string) => Promise<Record<string, unknown>>;
  /** All pages of a list. */
  list: (path: string) => Promise<unknown[]>;
  /** Options for SDK operations that return something other than a resource. */
  asking: () => ReadOptions;
  /** Options for SDK operations that read one resource. */
  reading: () => ReadOptions;
  /** Options for an SDK operation that reads one list. */
  listing: () => ReadOptions;
}

const tokenLifeMs = 3_600_000;

const clientOptions = {
  retryOptions: { maxRetries: 2 },
  userAgentOptions: { userAgentPrefix: 'kibana-azure-openai-setup' },
} as const;

export function connectArm({ cloud, accessToken, httpClient, signal }: ArmOptions): ArmConnection {
  const { management, audiences } = clouds[cloud];
  const pipeline = createPipelineFromOptions(clientOptions);
  const credential: TokenCredential = {
    getToken: async () => ({
      token: accessToken,
      expiresOnTimestamp: Date.now() + tokenLifeMs,
    }),
  };

  const clients = new Map<string, CognitiveServicesManagementClient>();

  async function request(method: HttpMethods, pathOrUrl: string, body?: object) {
    const sent = createPipelineRequest({
      method,
      url: new URL(pathOrUrl, management).href,
      headers: createHttpHeaders({
        accept: 'application/json',
        authorization: `Bearer ${accessToken}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      }),
      ...(body ? { body: JSON.stringify(body) } : {}),
      ...(signal ? { abortSignal: signal } : {}),
    });
    const response = await pipeline.sendRequest(httpClient, sent);
    const answer = parseJson(response.bodyAsText);
    const isGarbage = answer === undefined && Boolean(response.bodyAsText);
    if (response.status >= 300 || isGarbage) {
      throw new RestError('refused', { statusCode: response.status, request: sent, response });
    }
    return { answer, response };
  }

  const abortable = signal ? { abortSignal: signal } : {};
  return {
    cognitive(subscriptionId) {
      const known = clients.get(subscriptionId);
      const client =
        known ??
        new CognitiveServicesManagementClient(credential, subscriptionId, {
          ...clientOptions,
          endpoint: management,
          credentialScopes: `${audiences[0]}/.default`,
          httpClient,
        });
      clients.set(subscriptionId, client);
      return client;
    },
    send: async (method, path, body) => (await request(method, path, body)).answer,
    async put({ path, apiVersion, body }) {
      await request('PUT', `${path}?api-version=${apiVersion}`, body);
    },
    async ask(path, body) {
      const { answer, response } = await request('POST', path, body);
      return objectIn(answer, response);
    },
    async read(path) {
      const { answer, response } = await request('GET', path);
      return resourceIn(answer, response);
    },
    async list(path) {
      const all: unknown[] = [];
      const readPage = pageReader();
      let next: string | undefined = path;
      while (next) {
        const { answer, response }: Awaited<ReturnType<typeof request>> = await request(
          'GET',
          next,
        );
        const page = readPage(answer, response);
        for (const one of page.value) all.push(one);
        next = page.nextLink;
      }
      return all;
    },
    asking: () => ({ ...abortable, onResponse: judgedBy(objectIn) }),
    reading: () => ({ ...abortable, onResponse: judgedBy(resourceIn) }),
    listing: () => ({ ...abortable, onResponse: judgedBy(pageReader()) }),
  };
}
