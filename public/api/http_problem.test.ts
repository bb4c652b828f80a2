import { httpProblem } from './http_problem';

/** An error of Kibana's http: always with the request, with a response only if there was one. */
const fetchError = (response?: { status: number }, body?: object) =>
  Object.assign(new Error('Failed to fetch'), {
    name: 'TypeError',
    request: { url: 'https://kibana.example/internal/azure_openai_setup/plan' },
    response,
    body,
  });

test.each([
  ['the network is down', fetchError()],
  ['a proxy finds no Kibana behind it', fetchError({ status: 502 })],
  ['Kibana starts', fetchError({ status: 503 }, { message: 'Kibana server is not ready yet' })],
  ['a proxy has waited in vain', fetchError({ status: 504 })],
])('%s: Kibana cannot be reached', (_case, error) => {
  expect(httpProblem(error)).toEqual({ code: 'kibana_unreachable' });
});

test.each([
  ['a named failure', fetchError({ status: 503 }, named('azure_busy')), 'azure_busy'],
  ['a missing privilege', fetchError({ status: 403 }, {}), 'setup_privilege_missing'],
  ['an error of the server', fetchError({ status: 500 }, {}), 'unexpected'],
  ['a mistake of the page', new TypeError('x is undefined'), 'unexpected'],
])('%s keeps its name', (_case, error, code) => {
  expect(httpProblem(error)).toMatchObject({ code });
});

test.each([
  ['[request body.request.capacity]: request.capacity is not valid (max_value)', 'capacity'],
  ['[request body.request.ipRules.0]: request.ipRules.0 is not valid (regex)', 'ipRules'],
  ['[request body.tenant]: tenant is not valid (regex)', 'tenant'],
  ['[request params.runId]: runId is not valid (regex)', undefined],
  ['[request body]: body is not valid (check)', undefined],
  ['Browser client is out of date, please refresh the page', undefined],
  [`[request body.${'x.'.repeat(100_000)}`, undefined],
])("a 400 of Kibana's own names its field in its text: %s", (message, field) => {
  const error = fetchError({ status: 400 }, { statusCode: 400, error: 'Bad Request', message });
  expect(httpProblem(error)).toEqual({ code: 'invalid_request', ...(field && { field }) });
});

function named(code: string) {
  return { attributes: { problem: { code } } };
}
