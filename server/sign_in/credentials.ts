import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient, isRestError, type HttpClient } from '@azure/core-rest-pipeline';
import {
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { SetupError, type Problem, type ProblemCode } from '../../common/problem';
import type { Cloud, SignIn } from '../../common/sign_in';
import { parseJson } from '../azure/arm_failure';
import { clouds } from '../azure/clouds';
import { connectionProblem } from '../azure/transport_errors';
import { entraProblem, entraProblemInText, readStsError } from './entra_errors';

/** An HTTP client that remembers what went wrong: the credentials keep only a sentence of it. */
function listenTo(httpClient: HttpClient): {
  httpClient: HttpClient;
  heard(): Problem | undefined;
} {
  let problem: Problem | undefined;
  return {
    heard: () => problem,
    httpClient: {
      async sendRequest(request) {
        problem = undefined;
        try {
          const response = await httpClient.sendRequest(request);
          const { status, bodyAsText } = response;
          if (status >= 400) problem = entraProblem(readStsError(parseJson(bodyAsText)), status);
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

/** Asks the credential; `otherwise` is what it means when nothing was heard on the wire. */
async function tokenOf(
  cloud: Cloud,
  transport: HttpClient,
  make: (options: { httpClient: HttpClient }) => TokenCredential,
  otherwise: ProblemCode,
): Promise<string> {
  const { httpClient, heard } = listenTo(transport);
  try {
    const credential = make({ httpClient });
    const answer = await credential.getToken(`${clouds[cloud].audiences[0]}/.default`);
    if (answer) return answer.token;
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw new SetupError(heard() ?? entraProblemInText(text) ?? { code: otherwise });
  }
  throw new SetupError({ code: otherwise });
}

/** Without instance discovery, no host of another cloud is ever asked. */
const optionsOf = (cloud: Cloud) => ({
  authorityHost: clouds[cloud].authority,
  disableInstanceDiscovery: true,
  retryOptions: { maxRetries: 2 },
});

/** These stand for any tenant; an application has to name its own. */
const anyTenant = /^(common|organizations|consumers)$/i;

/** Exchanges an application's secret for an access token. */
export async function servicePrincipalToken(
  { cloud, tenant, clientId, clientSecret }: Extract<SignIn, { kind: 'service_principal' }>,
  transport: HttpClient,
): Promise<string> {
  if (anyTenant.test(tenant)) {
    throw new SetupError({ code: 'sign_in_tenant_needed', field: 'tenant' });
  }
  const make = (options: { httpClient: HttpClient }) =>
    new ClientSecretCredential(tenant, clientId, clientSecret, {
      ...optionsOf(cloud),
      ...options,
    });
  return tokenOf(cloud, transport, make, 'sign_in_failed');
}

/** The machine's own identity endpoint answers at once or is not there. */
const identityEndpointTimeoutMs = 5_000;

/** Link-local and never through a proxy: what answers there must be the machine itself. */
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
 * Access token of the identity that the Kibana server itself has: a federated one in Kubernetes,
 * else the managed identity of the machine.
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
    return tokenOf(cloud, transport, federated, unavailable);
  }
  const managed = (options: { httpClient: HttpClient }) =>
    new ManagedIdentityCredential({ ...ids, retryOptions: { maxRetries: 1 }, ...options });
  // Whatever the endpoint did or did not answer, this machine has no identity that works.
  return tokenOf(cloud, identityEndpoint(), managed, unavailable).catch((error: unknown) => {
    const azure = error instanceof SetupError ? error.problem.azure : undefined;
    throw new SetupError({ code: unavailable, ...(azure ? { azure } : {}) });
  });
}
