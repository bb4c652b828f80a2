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
import * as v from 'valibot';
import type { Cloud } from '../../common/sign_in';
import { parseJson } from './arm_failure';
import { clouds } from './clouds';

export interface ArmOptions {
  cloud: Cloud;
  tenantId: string;
  accessToken: string;
  /** The cloud's transport, see `arm_transport`. */
  httpClient: HttpClient;
  signal?: AbortSignal;
}

/** Asking for a thing of Azure, without a word about what the thing is. */
export interface ArmConnection {
  cognitive: (subscriptionId: string) => CognitiveServicesManagementClient;
  /** One request by path and query; answers the parsed body. Throws `RestError`. */
  send: (method: HttpMethods, pathOrUrl: string, body?: object) => Promise<unknown>;
  /** All pages of a list. */
  list: (path: string) => Promise<unknown[]>;
  abortSignal?: AbortSignal;
}

/** A list that has more pages than this goes in circles: ARM's pages hold 50 entries and more. */
const maximumPages = 200;
const pageShape = v.object({
  value: v.array(v.unknown()),
  nextLink: v.nullish(v.string()),
});

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

  async function send(method: HttpMethods, pathOrUrl: string, body?: object): Promise<unknown> {
    const request = createPipelineRequest({
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
    const response = await pipeline.sendRequest(httpClient, request);
    const answer = parseJson(response.bodyAsText);
    const isGarbage = answer === undefined && Boolean(response.bodyAsText);
    if (response.status >= 300 || isGarbage) {
      throw new RestError('refused', { statusCode: response.status, request, response });
    }
    return answer;
  }

  return {
    ...(signal ? { abortSignal: signal } : {}),
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
    send,
    async list(path) {
      const all: unknown[] = [];
      let next: string | null | undefined = path;
      for (let pages = 0; next && pages < maximumPages; pages++) {
        const page: v.InferOutput<typeof pageShape> = v.parse(pageShape, await send('GET', next));
        all.push(...page.value);
        next = page.nextLink;
      }
      return all;
    },
  };
}
