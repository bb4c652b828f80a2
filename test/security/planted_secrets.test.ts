import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { credentials, type Fault, type Reply, type SimRequest } from '../azure';
import { isFileError } from '../kibana';
import { answerOf, ask, signIn } from '../routes/support/ask';
import { inConsole, onPage } from '../routes/support/kibana_apis';
import { useAzureKibana } from '../routes/support/use_azure_kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { leakFinder } from '../support/planted_secrets';

const { clientId: applicationId, clientSecret } = credentials.inference;

const stage = useAzureKibana({ version: '9.4.6', world: 'owner' });
/** The body of every HTTP answer of Kibana. */
const answers: string[] = [];
const original = globalThis.fetch;

/** All secrets, by name. */
const secrets = new Map<string, string>([
  ['secret of the sign-in', credentials.good.clientSecret],
  ['secret of the application', clientSecret],
]);
const requests: Array<{ host: string; path: string; body?: string }> = [];
/** Of the requests to Entra ID, the only ones with a secret. */
const signInBodies: string[] = [];
const issued = v.object({ access_token: v.string() });

/** Collects the tokens and keys that Azure hands out. */
function collect(reply: Reply, request: SimRequest): Reply {
  const token = v.safeParse(issued, reply.json);
  if (token.success) secrets.set(`token ${secrets.size}`, token.output.access_token);
  for (const { name, keys } of stage.simulator.state.world.accounts) {
    secrets.set(`key 1 of ${name}`, keys.key1);
    secrets.set(`key 2 of ${name}`, keys.key2);
  }
  const { hostname: host, url, body } = request;
  requests.push({ host, path: url.pathname + url.search, body });
  return reply;
}

function arrange(faults: Fault[] = [], quoting?: (request: SimRequest) => Reply | undefined) {
  const { simulator } = stage;
  simulator.reset('owner', 'instant');
  Object.assign(simulator.state, { faults });
  simulator.state.rewrite = (reply, request) => collect(quoting?.(request) ?? reply, request);
}

beforeAll(() => {
  globalThis.fetch = async (...args) => {
    const response = await original(...args);
    answers.push(await response.clone().text());
    return response;
  };
});
afterAll(() => {
  globalThis.fetch = original;
});

const keyless = (change: Partial<SetupRequest> = {}) =>
  aSetupRequest({
    target: 'inference_endpoint',
    authentication: 'entra_id',
    applicationId,
    ...change,
  });

async function signedIn(request: SetupRequest): Promise<string> {
  stage.session = await signIn(stage.kibana);
  return request.authentication === 'api_key' ? stage.session : stage.withApplication();
}

async function carriedOut(request: SetupRequest): Promise<Run> {
  const session = await signedIn(request);
  await answerOf(stage.kibana, 'plan', { body: { session, request } });
  return stage.carriedOut(request, { session });
}

async function undone({ runId }: Run): Promise<void> {
  stage.session = await signIn(stage.kibana);
  await stage.removals(runId);
  expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });
}

async function readEverything({ runId }: Run): Promise<void> {
  await answerOf(stage.kibana, 'run', { runId });
  await answerOf(stage.kibana, 'runs');
  await answerOf(stage.kibana, 'migration');
  await answerOf(stage.kibana, 'environment');
  await inConsole(stage.kibana, 'GET', '_inference/_all');
  await onPage(stage.kibana, 'GET', '/api/actions/connectors');
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));

/** Nothing if Kibana has removed the file since the folder was read. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return '';
    throw error;
  }
}

/** Characters of each file that were searched before. */
const searched = new Map<string, number>();

function newIn(file: string): string {
  const text = textOf(file);
  const from = searched.get(file) ?? 0;
  searched.set(file, text.length);
  return text.slice(Math.max(0, from - 200));
}

/** Leaked secrets in responses, URLs, request bodies to other hosts, and all files of this Kibana. */
function leaks(): string[] {
  const find = leakFinder(Object.fromEntries(secrets));
  const places: Array<[string, string]> = [
    ...answers.map((text): [string, string] => [`an answer: ${text.slice(0, 200)}`, text]),
    ...requests.map(({ path: url }): [string, string] => [`a URL: ${url}`, url]),
    ...requests
      .filter(({ host }) => !host.startsWith('login.'))
      .map(({ host, body = '' }): [string, string] => [`a body to ${host}`, body]),
    ...filesIn(path.join(stage.env.home, 'data')).map((file): [string, string] => [
      path.relative(stage.env.home, file),
      newIn(file),
    ]),
  ];
  signInBodies.push(
    ...requests.flatMap(({ host, body = '' }) => (host.startsWith('login.') ? [body] : [])),
  );
  answers.length = 0;
  requests.length = 0;
  return places.flatMap(([place, text]) => find(text).map((name) => `${name} in ${place}`));
}
afterEach(() => {
  expect(answers.length).toBeGreaterThan(1);
  expect(leaks()).toEqual([]);
});

const scenarios: Array<[string, SetupRequest]> = [
  ['without keys', keyless()],
  ['with both targets', aSetupRequest({ target: 'both' })],
];

it.each(scenarios)('no secret is left by a setup %s and its removal', async (_, request) => {
  arrange();
  const run = await carriedOut(request);
  expect(run).toMatchObject({ status: 'finished' });
  await answerOf(stage.kibana, 'useDefaultModel', { runId: run.runId, body: { on: true } });
  await ask(stage.kibana, 'ask', { runId: run.runId, body: { question: 'Hello' } });
  await readEverything(run);
  await undone(run);
});

it('no secret is left by a wrong secret of the application', async () => {
  arrange();
  const session = await signIn(stage.kibana);
  const wrong = { session, applicationId, clientSecret: `${clientSecret}x` };
  expect((await ask(stage.kibana, 'application', { body: wrong })).status).toBe(422);
});

const forbidden = (message: string): Reply => ({
  status: 403,
  json: { error: { code: 'AuthorizationFailed', message } },
});
const bad = (message: string): Reply => ({
  status: 400,
  json: { error: { code: 'bad', message } },
});

/** Errors that quote the request. */
const failures: Record<
  string,
  { request: SetupRequest; quote(call: SimRequest): Reply | undefined }
> = {
  'the role assignment is refused with its token': {
    request: keyless(),
    quote: ({ method, url, headers }) =>
      method === 'PUT' && url.pathname.includes('/roleAssignments/')
        ? forbidden(`Not with ${String(headers.authorization)}`)
        : undefined,
  },
  'the model refuses the token': {
    request: keyless(),
    quote: ({ url, headers }) =>
      url.pathname.endsWith('/chat/completions')
        ? bad(`Not with ${String(headers.authorization)}`)
        : undefined,
  },
  'the model refuses the key': {
    request: aSetupRequest({ target: 'both' }),
    quote: ({ url, headers }) =>
      url.pathname.endsWith('/chat/completions')
        ? bad(`Not with ${String(headers['api-key'])}`)
        : undefined,
  },
};

it.each(Object.entries(failures))('no secret is left when %s', async (_, { request, quote }) => {
  arrange([], quote);
  const run = await carriedOut(request);
  expect(run).toMatchObject({ status: 'blocked' });
  await readEverything(run);
  arrange();
  await stage.resumed(run.runId, { session: await signedIn(request) });
  await undone(run);
});

it.each<[string, SetupRequest, Fault]>([
  [
    'Entra ID refuses the application to Elasticsearch for a moment, and quotes its secret',
    keyless(),
    {
      match: { host: '^login\\.', method: 'POST' },
      times: 2,
      action: { status: 401, code: 'invalid_client', message: `AADSTS7000215: ${clientSecret}` },
    },
  ],
  [
    'the connection to the model breaks once',
    keyless(),
    { match: { method: 'POST', path: '/chat/completions' }, times: 1, action: 'reset' },
  ],
  [
    'the answer of the role assignment gets lost',
    keyless(),
    { match: { method: 'PUT', path: '/roleAssignments/' }, times: 1, action: 'lose_answer' },
  ],
])('no secret is left when %s', async (_, request, fault) => {
  arrange();
  const session = await signedIn(request);
  stage.simulator.state.faults = [fault];
  const run = await stage.carriedOut(request, { session });
  expect([run.status, run.problem]).toEqual(['finished', undefined]);
  await readEverything(run);
  await undone(run);
});

it('no secret is left when a run moves to another account, or a connector gets an endpoint', async () => {
  arrange([], ({ url, headers }) =>
    url.pathname.endsWith('/chat/completions') ? bad(String(headers['api-key'])) : undefined,
  );
  const request = aSetupRequest({ target: 'inference_endpoint' });
  const run = await carriedOut(request);
  expect(run.status).toBe('blocked');
  stage.simulator.state.rewrite = collect;
  const moved = { ...request, accountName: 'moved', customSubDomainName: 'moved' };
  const session = await signIn(stage.kibana);
  expect(await stage.resumed(run.runId, { session, request: moved })).toMatchObject({
    status: 'finished',
  });
  await undone(run);

  arrange();
  const connector = await carriedOut(aSetupRequest());
  const body = { session: await signIn(stage.kibana), targetId: connector.runId };
  const { values } = await answerOf(stage.kibana, 'reusedValues', { body });
  const endpoint = await carriedOut({ ...aSetupRequest(), ...values });
  expect(endpoint.status).toBe('finished');
  await readEverything(endpoint);
  await undone(endpoint);
  await undone(connector);
});

it('the search finds secrets where they have to be', async () => {
  arrange();
  await signedIn(keyless());
  const find = leakFinder(Object.fromEntries(secrets));
  const bodies = [...signInBodies, ...requests.map(({ body = '' }) => body)];
  expect(new Set(bodies.flatMap(find))).toEqual(
    new Set(['secret of the sign-in', 'secret of the application']),
  );
  const kinds = [...secrets.keys()].map((name) => name.split(' ')[0]);
  expect(kinds).toEqual(expect.arrayContaining(['secret', 'token', 'key']));
});
