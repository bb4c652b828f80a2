import type { Reply } from '../http/message';

/** The error body of the gateway before the model: only a code and a message. */
export const dataError = (status: number, code: string, message: string): Reply => ({
  status,
  json: { error: { code, message } },
});

/** The error body of the model itself, as OpenAI's API has it. */
export const modelError = (
  code: string | null,
  message: string,
  param: string | null = null,
): Reply => ({
  status: 400,
  json: { error: { message, type: 'invalid_request_error', param, code } },
});

export const notFoundRoute = (): Reply => ({
  status: 404,
  headers: { 'content-type': 'application/json' },
  text: '{"error":{"code":"404","message": "Resource not found"}}',
});

export const dataErrors = {
  keyRejected: () =>
    dataError(
      401,
      '401',
      'Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.',
    ),
  permissionDenied: (oid: string) =>
    dataError(
      401,
      'PermissionDenied',
      `The principal \`${oid}\` lacks the required data action \`Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action\` to perform \`POST /openai/deployments/{deployment-id}/chat/completions\` operation.`,
    ),
  keysDisabled: () =>
    dataError(
      403,
      'AuthenticationTypeDisabled',
      'Key based authentication is disabled for this resource.',
    ),
  networkBlocked: () =>
    dataError(403, '403', 'Access denied due to Virtual Network/Firewall rules.'),
  publicAccessDisabled: () =>
    dataError(403, '403', 'Public access is disabled. Please configure private endpoint.'),
  deploymentNotFound: () =>
    dataError(
      404,
      'DeploymentNotFound',
      'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.',
    ),
  apiVersionUnsupported: () => dataError(400, 'BadRequest', 'API version not supported'),
  operationNotSupported: (model: string) =>
    dataError(
      400,
      'OperationNotSupported',
      `The chatCompletion operation does not work with the specified model, ${model}. Please choose different model and try again. You can learn more about which models can be used with each operation here: https://go.microsoft.com/fwlink/?linkid=2197993.`,
    ),
  modelRetired: (model: string) =>
    dataError(410, 'ModelDeprecated', `The model '${model}' has been deprecated.`),
  rateLimited: (apiVersion: string, what: 'token' | 'call', seconds: number): Reply => ({
    ...dataError(
      429,
      '429',
      `Requests to the ChatCompletions_Create Operation under Azure OpenAI API version ${apiVersion} have exceeded ${what} rate limit of your current OpenAI S0 pricing tier. Please retry after ${seconds} seconds. Please go here: https://aka.ms/oai/quotaincrease if you would like to further increase the default rate limit.`,
    ),
    headers: { 'retry-after': String(seconds), 'retry-after-ms': String(seconds * 1_000) },
  }),
} as const;
