import { randomUUID } from 'node:crypto';
import type { Reply } from './http/message';

interface StsError {
  error: string;
  /** `subject` is the application, tenant or resource that it is about. */
  text: (subject: string, tenant: string) => string;
}

/** Errors of Entra ID by the number after `AADSTS`. */
const stsErrors = {
  7000215: {
    error: 'invalid_client',
    text: (app) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app}'.`,
  },
  7000222: {
    error: 'invalid_client',
    text: (app) =>
      `The provided client secret keys for app '${app}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  },
  700016: {
    error: 'unauthorized_client',
    text: (app, tenant) =>
      `Application with identifier '${app}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  },
  90002: {
    error: 'invalid_request',
    text: (tenant) =>
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  900023: {
    error: 'invalid_request',
    text: (tenant) =>
      `Specified tenant identifier '${tenant}' is neither a valid DNS name, nor a valid external domain.`,
  },
  90038: {
    error: 'invalid_request',
    text: (tenant) => `Tenant '${tenant}' request is being redirected to another national cloud.`,
  },
  900144: {
    error: 'invalid_request',
    text: (name) => `The request body must contain the following parameter: '${name}'.`,
  },
  90014: {
    error: 'invalid_request',
    text: (name) => `The required field '${name}' is missing from the credential or is not valid.`,
  },
  65001: {
    error: 'invalid_grant',
    text: (app) =>
      `The user or administrator has not consented to use the application with ID '${app}' named 'kibana'. Send an interactive authorization request for this user and resource.`,
  },
  50076: {
    error: 'interaction_required',
    text: (resource) =>
      `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${resource}'.`,
  },
  53003: {
    error: 'invalid_grant',
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  50020: {
    error: 'invalid_grant',
    text: (user, tenant) =>
      `User account '${user}' from identity provider 'https://sts.windows.net/' does not exist in tenant '${tenant}' and cannot access the application in that tenant. The account needs to be added as an external user in the tenant first.`,
  },
  500011: {
    error: 'invalid_resource',
    text: (resource, tenant) =>
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.`,
  },
  7000218: {
    error: 'invalid_client',
    text: () =>
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  700082: {
    error: 'invalid_grant',
    text: () => 'The refresh token has expired due to inactivity.',
  },
  70000: {
    error: 'invalid_grant',
    text: () =>
      'The provided value for the code or the refresh token is not valid or was redeemed.',
  },
  70003: {
    error: 'unsupported_grant_type',
    text: (grant) => `The app requested an unsupported grant type '${grant}'.`,
  },
  70011: {
    error: 'invalid_scope',
    text: (scope) =>
      `The provided request must include a 'scope' input parameter. The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
  },
  9001023: {
    error: 'invalid_request',
    text: () =>
      'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
  },
  70016: {
    error: 'authorization_pending',
    text: () => 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70018: {
    error: 'bad_verification_code',
    text: () =>
      'Invalid verification code due to User typing in wrong user code for device code flow.',
  },
  70020: {
    error: 'expired_token',
    text: () =>
      'The provided value for the input parameter device_code is not valid. This device code has expired.',
  },
} as const satisfies Record<number, StsError>;

export type StsCode = keyof typeof stsErrors;

const bodyOf = (error: string, text: string, codes: readonly number[]) => {
  const traceId = randomUUID();
  const correlationId = randomUUID();
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error,
    error_description: `${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: codes,
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(codes[0] === undefined
      ? {}
      : { error_uri: `https://login.microsoftonline.com/error?code=${codes[0]}` }),
  };
};

/** An error of Entra ID's token service, with the body it really sends. */
export function stsError(code: StsCode, subject = '', tenant = ''): Reply {
  const { error, text } = stsErrors[code];
  const status = error === 'invalid_client' ? 401 : 400;
  return { status, json: bodyOf(error, `AADSTS${code}: ${text(subject, tenant)}`, [code]) };
}

/** The person selected Cancel; the only error without a number. */
export const authorizationDeclined = (): Reply => ({
  status: 400,
  json: bodyOf(
    'authorization_declined',
    'OAuth 2.0 device flow error. Authorization was declined.',
    [],
  ),
});
