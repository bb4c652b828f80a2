import { dataRole } from '../../../../common/azure/data_roles';
import { problemText } from '../../../../common/words/problems/problem_text';
import { createRedact } from '../answers/redact';
import type { Exception } from './elasticsearch_error';
import { providerRefusal } from './provider_refusal';

const host = 'team.openai.azure.com';
const key = 'PLANTED-7f3a-SECRET-key-of-the-account';
const caller = 'elasticsearch';
const way = { host, redact: createRedact([key]), isKeyless: false };

const outer: Exception = {
  type: 'status_exception',
  reason:
    'Could not complete inference endpoint creation as validation call to service threw an exception.',
};
const report = (status: number, message?: string): Exception => ({
  type: 'unified_chat_completion_exception',
  reason: `Received an unsuccessful status code for request from inference entity id [a-b] status [${status}]${message === undefined ? '' : `. Error message: [${message}]`}`,
});
const refusalOf = (cause: Exception, isKeyless = false) =>
  providerRefusal({ chain: [outer, cause] }, { ...way, isKeyless });

describe('an answer of Azure that Elasticsearch reports', () => {
  const network = 'Access denied due to Virtual Network/Firewall rules.';
  const temperature = "Unsupported value: 'temperature' does not support 0";
  it.each<[status: number, message: string, found: string, detail?: object]>([
    [401, 'Access denied due to invalid subscription key', 'propagating key_rejected'],
    [401, 'The principal lacks the required data action', 'propagating data_permission_denied'],
    [403, network, 'refused_network network_rules_block', { caller }],
    [404, 'The API deployment for this resource', 'propagating deployment_not_found'],
    [404, 'API version not supported', 'failed data_api_version', { caller }],
    [429, 'Please retry after 17 seconds.', 'propagating rate_limited', { seconds: 17 }],
    [400, temperature, 'failed parameter_unsupported', { parameter: 'temperature' }],
    [400, 'Filtered due to the content management policy', 'failed content_filtered'],
    [400, 'Something else.', 'failed answer_refused'],
    [500, 'Internal error', 'propagating answer_busy'],
    [400, 'many [nested] [brackets] in it', 'failed answer_refused'],
  ])('of status %i: %s', (httpStatus, message, found, detail: object | undefined = undefined) => {
    const cause = report(httpStatus, message);
    const refusal = refusalOf(cause);
    expect(`${refusal?.status} ${refusal?.problem.code}`).toBe(found);
    expect(refusal?.problem.detail).toEqual(detail);
    expect(refusal?.problem.azure?.message).toBe(cause.reason);
  });

  it('is known by the code of the content filter', () => {
    const refusal = refusalOf({ ...report(400, 'Filtered.'), code: 'content_filter' });
    expect(refusal).toMatchObject({ status: 'failed', problem: { code: 'content_filtered' } });
    expect(refusal?.problem.detail).toBeUndefined();
  });

  it('names the role that an application lacks', () => {
    const refusal = refusalOf(report(401, 'The principal lacks the required data action'), true);
    expect(refusal).toMatchObject({
      status: 'propagating',
      problem: { code: 'data_permission_denied', detail: { role: dataRole.name } },
    });
  });

  it.each([407, 502, 504])('of status %s comes from the network of Elasticsearch', (status) => {
    expect(refusalOf(report(status, 'No.'))?.problem).toMatchObject({
      code: 'inference_host_unreachable',
      detail: { host },
    });
  });

  it.each([302, 403, 404, 503])(
    'of status %s without a message comes from its network',
    (status) => {
      expect(refusalOf(report(status))).toMatchObject({
        status: 'propagating',
        problem: { code: 'inference_host_unreachable', detail: { host } },
      });
    },
  );
});

it.each([
  ['unknown_host_exception', 'propagating', 'endpoint_unresolved'],
  ['connect_timeout_exception', 'propagating', 'inference_host_unreachable'],
  ['connect_exception', 'propagating', 'inference_host_unreachable'],
  ['http_host_connect_exception', 'propagating', 'inference_host_unreachable'],
  ['no_route_to_host_exception', 'propagating', 'inference_host_unreachable'],
  ['connection_closed_exception', 'propagating', 'inference_host_unreachable'],
  ['socket_timeout_exception', 'propagating', 'answer_slow'],
  ['inference_timeout_exception', 'propagating', 'answer_slow'],
  ['s_s_l_handshake_exception', 'failed', 'inference_host_untrusted'],
  ['s_s_l_peer_unverified_exception', 'failed', 'inference_host_untrusted'],
  ['msal_service_exception', 'propagating', 'application_token_refused'],
  ['msal_client_exception', 'propagating', 'inference_host_unreachable'],
])('the exception %s is %s: %s', (type, status, code) => {
  expect(refusalOf({ type, reason: 'Made up.' })).toMatchObject({ status, problem: { code } });
});

it.each([
  ['Invalid host [https://a.openai.azure.com/], please check the URL.', 'endpoint_unresolved'],
  ['Failed to send Azure OpenAI chat completions request', 'inference_host_unreachable'],
])('a streamed answer has no cause, only words: %s', (reason, code) => {
  const chain = [{ type: 'status_exception', reason, code: 'bad_request' }];
  expect(providerRefusal({ chain }, way)).toMatchObject({
    status: 'propagating',
    problem: { code, detail: { host } },
  });
});

it('the code of Entra ID is taken from whatever exception carries it', () => {
  const reason = 'Failed to retrieve access token. AADSTS7000215: Invalid client secret provided.';
  expect(refusalOf({ type: 'exception', reason })).toMatchObject({
    status: 'propagating',
    problem: {
      code: 'application_token_refused',
      detail: { reason: 'AADSTS7000215' },
      azure: { code: 'AADSTS7000215' },
    },
  });
});

it('the innermost cause that says something counts', () => {
  const chain = [
    outer,
    { type: 'connect_exception', reason: 'a' },
    report(401, 'Access denied'),
    {},
  ];
  expect(providerRefusal({ chain }, way)?.problem.code).toBe('key_rejected');
});

it.each<[name: string, chain: Exception[]]>([
  ['no cause', []],
  ['empty causes', [{}, {}]],
  ['a refusal of its own', [outer]],
  ['the name of a member of every object', [{ type: 'constructor' }, { type: '__proto__' }]],
  ['a status that is none', [{ reason: 'from inference entity id [a] status [4]' }]],
])('%s is no answer of Azure', (_name, chain) => {
  expect(providerRefusal({ chain }, way)).toBeUndefined();
});

it('a key that a message, a type or a code quotes is blanked', () => {
  const chains: Exception[] = [
    report(400, `The key ${key} is wrong.`),
    { ...report(400, 'wrong'), code: key },
    { type: 'connect_exception', reason: key },
  ];
  for (const cause of chains) {
    const refusal = refusalOf(cause);
    expect(refusal).toBeDefined();
    expect(JSON.stringify(refusal)).not.toContain('PLANTED');
  }
});

it('no words of a refusal are about connectors or the network of Kibana', () => {
  const statuses = [400, 401, 403, 404, 407, 408, 409, 410, 424, 429, 500, 502, 503, 504];
  const messages = [undefined, 'No.', 'API version not supported', 'PermissionDenied'];
  const causes = [
    ...statuses.flatMap((status) => messages.map((message) => report(status, message))),
    ...['unknown_host_exception', 'connect_exception', 's_s_l_handshake_exception'].map(
      (type): Exception => ({ type, reason: 'Made up.' }),
    ),
  ];
  for (const cause of causes) {
    const problem = refusalOf(cause, true)?.problem;
    if (!problem) throw new Error(`no refusal: ${cause.reason}`);
    const { title, cause: why, remedy } = problemText(problem);
    const words = [title, why, remedy].join(' ');
    expect(words).not.toMatch(/Kibana server|blocks Kibana|connector|xpack\.actions|the API key/i);
  }
});
