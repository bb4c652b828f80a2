import { own } from '../../../../common/values/own';
import type { ProblemCode } from '../../../../common/problem';
import type { Refusal } from '../../../core/targets/target';

export interface Meaning {
  code: ProblemCode;
  status: Refusal['status'];
}

export const failed = (code: ProblemCode): Meaning => ({ code, status: 'failed' });
export const propagating = (code: ProblemCode): Meaning => ({ code, status: 'propagating' });

/**
 * Kibana's connector passes on only `error.message` of the endpoint's response, without `code` and `innererror`. So API
 * terms in the message replace the code.
 */
const signs: ReadonlyArray<readonly [status: number, sign: RegExp, meaning: Meaning]> = [
  [
    400,
    /content management policy|content[ _]filter|ResponsibleAIPolicyViolation/i,
    failed('content_filtered'),
  ],
  [
    400,
    /maximum context length|context_length_exceeded|exceeds the context window/i,
    failed('context_too_long'),
  ],
  [400, /function tools with reasoning_effort/i, failed('tools_unsupported')],
  [
    400,
    /operation does not work with the specified model|OperationNotSupported|operation is unsupported/i,
    failed('chat_not_supported'),
  ],
  [
    400,
    /unsupported (parameter|value)|unsupported_(parameter|value)|unrecognized request argument|unknown parameter/i,
    failed('parameter_unsupported'),
  ],
  [400, /api version not supported/i, failed('data_api_version')],
  [
    401,
    /required data action|PermissionDenied|does not have access to API\/Operation/i,
    failed('data_permission_denied'),
  ],
  [
    403,
    /required data action|PermissionDenied|does not have access to API\/Operation/i,
    failed('data_permission_denied'),
  ],
  [404, /api version not supported/i, failed('data_api_version')],
  [404, /model .{1,80} (has been|is) (deprecated|retired)/i, failed('model_retired')],
  [429, /exceeded your current quota|insufficient_quota/i, failed('rate_limited')],
];

/** HTTP status of an Azure response -> its meaning for a new connector. */
const byStatus: Readonly<Record<number, Meaning>> = {
  401: propagating('key_rejected'),
  403: { code: 'network_rules_block', status: 'refused_network' },
  404: propagating('deployment_not_found'),
  408: propagating('answer_busy'),
  409: propagating('answer_busy'),
  410: failed('model_retired'),
  424: propagating('answer_busy'),
  429: propagating('rate_limited'),
};

/** Statuses of systems in between, with or without a message. */
const gatewayStatuses: Readonly<Record<number, Meaning>> = {
  407: failed('connector_proxy_refused'),
  502: propagating('endpoint_unreachable'),
  504: propagating('endpoint_unreachable'),
};

/**
 * The meaning of a refusal. Azure's refusals always have a message; one without comes from a proxy, a gateway or a
 * portal in between, and is not about the resource.
 */
export function meaningOf(status: number, message: string | undefined): Meaning {
  const way = gatewayStatuses[status];
  if (way) return way;
  if (message === undefined) {
    return status === 429 ? propagating('rate_limited') : propagating('gateway_refused');
  }
  if (status >= 500) return propagating('answer_busy');
  const sign = signs.find(([of, text]) => of === status && text.test(message));
  return sign?.[2] ?? byStatus[status] ?? failed('answer_refused');
}

/** Code of a failed connection, from Node or Axios -> its meaning. */
const byConnection: Readonly<Record<string, Meaning>> = {
  // A new endpoint name takes minutes to propagate in DNS.
  ENOTFOUND: propagating('endpoint_unresolved'),
  EAI_AGAIN: propagating('endpoint_unresolved'),
  // Axios: timeout, abort, a response over `maxContentLength`, and a redirect loop.
  ECONNABORTED: propagating('answer_slow'),
  ERR_CANCELED: propagating('answer_slow'),
  ERR_BAD_RESPONSE: failed('answer_unreadable'),
  ERR_FR_TOO_MANY_REDIRECTS: failed('gateway_refused'),
};

export const meaningOfConnection = (code: string): Meaning =>
  own(byConnection, code) ?? propagating('endpoint_unreachable');

/** Codes in server-sent events and in `finish_reason`. */
const byCode: Readonly<Record<string, ProblemCode>> = {
  content_filter: 'content_filtered',
  ResponsibleAIPolicyViolation: 'content_filtered',
  context_length_exceeded: 'context_too_long',
  unsupported_parameter: 'parameter_unsupported',
  unsupported_value: 'parameter_unsupported',
  OperationNotSupported: 'chat_not_supported',
  DeploymentNotFound: 'deployment_not_found',
  PermissionDenied: 'data_permission_denied',
  '429': 'rate_limited',
  rate_limit_exceeded: 'rate_limited',
  insufficient_quota: 'rate_limited',
};

export const problemOfCode = (code: string | undefined): ProblemCode | undefined =>
  own(byCode, code);
