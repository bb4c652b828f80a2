import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, isRestError, type HttpClient } from '@azure/core-rest-pipeline';
import {
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { SetupError, type Problem } from '../../../common/problem';
import { longestToken, type Cloud, type SignIn } from '../../../common/sign_in';
import { isRecord, parseJson } from '../../../common/values/json';
import { clouds } from '../azure/clouds';
import { connectionProblem } from '../azure/http/transport_errors';
import { inTime } from '../in_time';
import { entraProblem, entraProblemInText } from './entra_errors';

/** The libraries accept any successful response as Entra ID's, so it is validated here. */
const isToken = (status: number, body: unknown): boolean =>
  status >= 200 && status < 300 && isRecord(body) && typeof body.access_token === 'string';

/** An HTTP client that records failures, because the credentials only keep a message. */
function recordFailures(httpClient: HttpClient): {
  httpClient: HttpClient;
  recordedProblem(): Problem | undefined;
} {
  let problem: Problem | undefined;
  return {
    recordedProblem: () => problem,
    httpClient: {
      async sendRequest(request) {
        problem = undefined;
        try {
          const response = await httpClient.sendRequest(request);
          const { status, bodyAsText } = response;
          const body = parseJson(bodyAsText);
          if (!isToken(status, body)) problem = entraProblem(body, status, request.url);
          return response;
        } catch (error) {
          if (error instanceof SetupError) problem = error.problem;
          else if (isRestError(error)) problem = connectionProblem(error, request.url);
          throw error;
        }
      },
    },
  };
}

/** Time limit for a token including retries; the libraries have none. */
const longestSignInMs = 90_000;

const unreachable = (): never => {
  throw new SetupError({ code: 'azure_unreachable', detail: { reason: 'ETIMEDOUT' } });
};

/** Gets a token; `otherwise` is the problem if no response or connection error was recorded. */
async function tokenOf(
  cloud: Cloud,
  transport: HttpClient,
  make: (options: { httpClient: HttpClient }) => TokenCredential,
  otherwise: 'sign_in_failed' | 'server_identity_unavailable',
  audience = clouds[cloud].audiences[0],
): Promise<string> {
  const { httpClient, recordedProblem } = recordFailures(transport);
  try {
    const credential = make({ httpClient });
    const scope = `${audience}/.default`;
    const answer = await inTime(credential.getToken(scope), longestSignInMs, unreachable);
    if (answer && answer.token.length <= longestToken) return answer.token;
  } catch (error) {
    if (error instanceof SetupError) throw error;
    const text = error instanceof Error ? error.message : '';
    throw new SetupError(recordedProblem() ?? entraProblemInText(text) ?? { code: otherwise });
  }
  throw new SetupError(recordedProblem() ?? { code: otherwise });
}

/** Disables instance discovery, which calls hosts of other clouds. */
const optionsOf = (cloud: Cloud) => ({
  authorityHost: clouds[cloud].authority,
  disableInstanceDiscovery: true,
  retryOptions: { maxRetries: 2 },
});

/** Aliases for any tenant; an application needs a specific one. */
const anyTenant = /^(common|organizations|consumers)$/i;

type ApplicationCredentials = Pick<
  Extract<SignIn, { kind: 'service_principal' }>,
  'cloud' | 'tenant' | 'clientId' | 'clientSecret'
>;

/** Exchanges an application's secret for an access token. */
export async function servicePrincipalToken(
  credentials: ApplicationCredentials,
  transport: HttpClient,
  audience?: string,
): Promise<string> {
  const { cloud, tenant, clientId, clientSecret } = credentials;
  if (anyTenant.test(tenant)) {
    throw new SetupError({ code: 'sign_in_tenant_needed', field: 'tenant' });
  }
  const make = (options: { httpClient: HttpClient }) =>
    new ClientSecretCredential(tenant, clientId, clientSecret, {
      ...optionsOf(cloud),
      ...options,
    });
  return tokenOf(cloud, transport, make, 'sign_in_failed', audience);
}

/** The same for calling a model. */
export const dataToken = (
  credentials: ApplicationCredentials,
  transport: HttpClient,
): Promise<string> =>
  servicePrincipalToken(credentials, transport, clouds[credentials.cloud].dataAudience);

/** The machine's identity endpoint responds immediately or does not exist. */
const identityEndpointTimeoutMs = 5_000;

/** Link-local and never through a proxy, so only the machine itself can respond. */
function identityEndpoint(): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    sendRequest(request) {
      delete request.agent;
      request.abortSignal = AbortSignal.timeout(identityEndpointTimeoutMs);
      return inner.sendRequest(request);
    },
  };
}

/**
 * Access token of the Kibana server's identity: a workload identity in Kubernetes, else the machine's managed identity.
 */
export function serverIdentityToken(
  cloud: Cloud,
  transport: HttpClient,
  configuredClientId?: string,
): Promise<string> {
  const clientId = configuredClientId ?? process.env.AZURE_CLIENT_ID;
  const ids = clientId ? { clientId } : {};
  const unavailable = 'server_identity_unavailable';
  if (process.env.AZURE_FEDERATED_TOKEN_FILE) {
    const federated = (options: { httpClient: HttpClient }) =>
      new WorkloadIdentityCredential({ ...ids, ...optionsOf(cloud), ...options });
    return tokenOf(cloud, transport, federated, unavailable).catch((error: unknown) => {
      // Entra ID's errors name fields that this sign-in does not have.
      throw isRefusal(error) ? asUnavailable(error) : error;
    });
  }
  const managed = (options: { httpClient: HttpClient }) =>
    new ManagedIdentityCredential({ ...ids, retryOptions: { maxRetries: 1 }, ...options });
  // Any other failure means that this machine has no working identity.
  return tokenOf(cloud, identityEndpoint(), managed, unavailable).catch((error: unknown) => {
    throw asUnavailable(error);
  });
}

const isRefusal = (error: unknown): boolean =>
  error instanceof SetupError && error.problem.azure !== undefined;

function asUnavailable(error: unknown): SetupError {
  const azure = error instanceof SetupError ? error.problem.azure : undefined;
  return new SetupError({ code: 'server_identity_unavailable', ...(azure ? { azure } : {}) });
}
