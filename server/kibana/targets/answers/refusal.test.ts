import { createRedact } from './redact';
import { refusalOf } from './refusal';

const read = (message: string) => refusalOf(message, createRedact());
const azure = (status: number, message: string) =>
  `Status code: ${status}. Message: ${status === 401 ? 'Unauthorized API Error' : 'API Error: A Status'} - ${message}`;
const noAnswer = (code: string) =>
  `Status code: undefined. Message: Unexpected API Error: ${code} - it failed`;

describe('a refusal of the endpoint', () => {
  const filtered =
    "The response was filtered due to the prompt triggering Azure OpenAI's content management policy.";
  const tools =
    'Function tools with reasoning_effort are not supported for gpt-5.6 in /v1/chat/completions.';
  it.each<[status: number, message: string, found: string]>([
    [404, 'The API deployment for this resource', 'propagating deployment_not_found'],
    [401, 'Access denied due to invalid subscription key', 'propagating key_rejected'],
    [
      403,
      'Access denied due to Virtual Network/Firewall rules.',
      'refused_network network_rules_block',
    ],
    [410, 'The model has been deprecated', 'failed model_retired'],
    [400, 'We could not parse the JSON body', 'failed answer_refused'],
    [429, 'Please retry after 7 seconds.', 'propagating rate_limited'],
    [429, 'Please retry after 86400 seconds.', 'failed rate_limited'],
    [429, 'You exceeded your current quota', 'failed rate_limited'],
    [418, 'No.', 'failed answer_refused'],
    [500, 'The server had an error', 'propagating answer_busy'],
    [400, filtered, 'failed content_filtered'],
    [400, "This model's maximum context length is 8192 tokens.", 'failed context_too_long'],
    [400, "Unsupported parameter: 'max_tokens' is not supported.", 'failed parameter_unsupported'],
    [400, 'API version not supported', 'failed data_api_version'],
    [400, 'The operation does not work with the specified model, x.', 'failed chat_not_supported'],
    [400, tools, 'failed tools_unsupported'],
    [401, 'The principal `x` lacks the required data action `y`', 'failed data_permission_denied'],
  ])('with %i: %s', (httpStatus, message, found) => {
    const { status, problem } = read(azure(httpStatus, message));
    expect(`${status} ${problem.code}`).toBe(found);
  });

  it('names the parameter and the seconds', () => {
    const value = "Unsupported value: 'temperature' does not support 0 with this model.";
    const detailOf = (status: number, text: string) => read(azure(status, text)).problem.detail;
    expect(detailOf(400, value)).toEqual({ parameter: 'temperature' });
    expect(detailOf(429, 'Please retry after 7 seconds.')).toEqual({ seconds: 7 });
  });
});

describe('an answer that is not from Azure', () => {
  it.each([401, 403, 404, 405, 451, 500, 503])('with %i does not judge the resource', (status) => {
    const page = status === 401 ? 'Unauthorized API Error' : 'API Error: Whatever it said';
    expect(read(`Status code: ${status}. Message: ${page}`)).toMatchObject({
      status: 'propagating',
      problem: { code: 'gateway_refused', detail: { status } },
    });
  });

  it('whose error is another kind of JSON does not judge the resource either', () => {
    const message = 'Status code: 403. Message: API Error: Forbidden - [object Object]';
    expect(read(message).problem.code).toBe('gateway_refused');
  });

  it('a proxy that wants a sign-in is named at once', () => {
    const message = 'Status code: 407. Message: API Error: Proxy Authentication Required';
    expect(read(message)).toMatchObject({
      status: 'failed',
      problem: { code: 'connector_proxy_refused', detail: { status: 407 } },
    });
  });

  it('that Kibana cannot read is named at once', () => {
    const message = 'Response validation failed (Error: expected a plain object value)';
    expect(read(message)).toMatchObject({
      status: 'failed',
      problem: { code: 'answer_unreadable' },
    });
  });
});

describe('a connection that fails', () => {
  it.each<[string, string, string]>([
    ['ENOTFOUND', 'propagating', 'endpoint_unresolved'],
    ['EAI_AGAIN', 'propagating', 'endpoint_unresolved'],
    ['ECONNREFUSED', 'propagating', 'endpoint_unreachable'],
    ['ECONNRESET', 'propagating', 'endpoint_unreachable'],
    ['ETIMEDOUT', 'propagating', 'endpoint_unreachable'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'failed', 'endpoint_untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'failed', 'endpoint_untrusted'],
    ['CERT_HAS_EXPIRED', 'failed', 'endpoint_untrusted'],
    ['ECONNABORTED', 'propagating', 'answer_slow'],
    ['ERR_CANCELED', 'propagating', 'answer_slow'],
    ['ERR_BAD_RESPONSE', 'failed', 'answer_unreadable'],
    ['', 'propagating', 'endpoint_unreachable'],
    ['CONSTRUCTOR', 'propagating', 'endpoint_unreachable'],
  ])('with %j', (code, status, problem) => {
    expect(read(noAnswer(code))).toMatchObject({ status, problem: { code: problem } });
  });
});

describe('a refusal of Kibana', () => {
  it.each<[string, string]>([
    [
      'error configuring connector action: target url "x" is not added to the Kibana config xpack.actions.allowedHosts',
      'host_not_allowed',
    ],
    ['Unable to decrypt attribute "secrets"', 'connector_refused'],
    ['error validating action params: x', 'connector_refused'],
    ['', 'connector_refused'],
  ])('%j', (message, code) => {
    expect(read(message)).toMatchObject({ status: 'failed', problem: { code } });
  });
});

it('reads a long message quickly, and keeps the beginning', () => {
  const long = read(azure(400, ' - '.repeat(400_000)));
  expect(long.problem.azure?.message?.length).toBeLessThanOrEqual(1_000);
});
