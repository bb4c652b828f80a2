import type { Reply } from '../http/message';

interface ErrorExtra {
  target?: string;
  details?: readonly { code: string; message: string; target?: string }[];
  additionalInfo?: readonly { type: string; info: Record<string, unknown> }[];
}

/** ARM's error envelope. */
export const armError = (
  status: number,
  code: string,
  message: string,
  extra: ErrorExtra = {},
): Reply => ({ status, json: { error: { code, message, ...extra } } });

/** The refusals that more than one part of ARM gives, word for word. */
export const refusals = {
  authenticationMissing: () =>
    armError(
      401,
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
    ),
  tokenInvalid: () => armError(401, 'InvalidAuthenticationToken', 'The access token is invalid.'),
  tokenExpired: (expiry: string, now: string) =>
    armError(
      401,
      'ExpiredAuthenticationToken',
      `The access token expiry UTC time '${expiry}' is earlier than current UTC time '${now}'.`,
    ),
  audienceWrong: (audience: string, known: readonly string[]) =>
    armError(
      401,
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${audience}'. It should exactly match with one of the allowed audiences '${known.map((name) => `${name}/`).join("','")}'.`,
    ),
  tenantWrong: (given: string, wanted: string, authority: string) =>
    armError(
      401,
      'InvalidAuthenticationTokenTenant',
      `The access token is from the wrong issuer 'https://sts.windows.net/${given}/'. It must match the tenant 'https://sts.windows.net/${wanted}/' associated with this subscription. Please use the authority (URL) 'https://${authority}/${wanted}' to get the token. Note, if the subscription is transferred to another tenant there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see this error message, please try back later.`,
    ),
  apiVersionMissing: () =>
    armError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    ),
  apiVersionInvalid: (version: string, known: readonly string[]) =>
    armError(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${version}' is invalid. The supported versions are '${known.join(',')}'.`,
    ),
  notAuthorized: (name: string, oid: string, action: string, scope: string) =>
    armError(
      403,
      'AuthorizationFailed',
      `The client '${name}' with object id '${oid}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
    ),
  subscriptionNotFound: (id: string) =>
    armError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`),
  subscriptionInvalid: (id: string) =>
    armError(
      400,
      'InvalidSubscriptionId',
      `The provided subscription identifier '${id}' is malformed or invalid.`,
    ),
  subscriptionReadOnly: (id: string) =>
    armError(
      409,
      'ReadOnlyDisabledSubscription',
      `The subscription '${id}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
    ),
  providerNotRegistered: (namespace: string) => {
    const code = 'MissingSubscriptionRegistration';
    const message = `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`;
    return armError(409, code, message, { details: [{ code, target: namespace, message }] });
  },
  groupNotFound: (name: string) =>
    armError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`),
  groupBeingDeleted: (name: string) =>
    armError(
      409,
      'ResourceGroupBeingDeleted',
      `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
    ),
  resourceNotFound: (type: string, name: string, group: string) =>
    armError(
      404,
      'ResourceNotFound',
      `The Resource '${type}/${name}' under resource group '${group}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    ),
  parentNotFound: (name: string) =>
    armError(
      404,
      'ParentResourceNotFound',
      `Can not perform requested operation on nested resource. Parent resource '${name}' not found.`,
    ),
  notTerminal: (id: string) =>
    armError(
      409,
      'RequestConflict',
      `Cannot modify resource with id '${id}' because the resource entity provisioning state is not terminal. Please wait for the provisioning state to become terminal and then retry the request.`,
    ),
  badContent: (why: string) =>
    armError(
      400,
      'InvalidRequestContent',
      `The request content was invalid and could not be deserialized: '${why}'.`,
    ),
  locationMissing: () =>
    armError(400, 'LocationRequired', 'The location property is required for this definition.'),
  scopeLocked: (scope: string, operation: 'write' | 'delete', locked: readonly string[]) =>
    armError(
      409,
      'ScopeLocked',
      `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: '${locked.join("','")}'. Please remove the lock and try again.`,
    ),
  noSuchRoute: (method: string, path: string) =>
    armError(
      404,
      'InvalidResourceType',
      `The resource type could not be found for '${method} ${path}'.`,
    ),
} as const;
