import type { IRouter, Logger, VersionedRoute, VersionedRouteConfig } from '@kbn/core/server';
import { managePrivilege, readPrivilege } from '../../common/route';
import { routes, type RouteName } from '../../common/routes';
import { feature } from '../../server/feature';
import { registerRoutes } from '../../server/kibana/routes';
import { ask, basic } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';
import { isPost, routeNames, validInput } from './support/valid_input';

const pass = (username: string, roles: string[]) => ({ username, password: 'changeme', roles });

const stage = useAzureKibana({
  isKept: true,
  settings: {
    'host.roles': {
      marketing_only: { features: { azureOpenaiSetup: 'all' }, spaces: ['marketing'] },
      no_features: { features: {} },
    },
    'host.users': [
      pass('marketing_only', ['marketing_only']),
      pass('no_features', ['no_features']),
      pass('no_role', []),
    ],
  },
});

/** An invalid session: an error about it proves that the caller was authorized. */
const input = (name: RouteName) => validInput(name, 'not-a-session');

const pathOf = (name: RouteName) => routes[name].path.replace('{runId}', input(name).runId ?? '');

const letIn: Record<RouteName, 200 | 422> = {
  signIn: 200,
  pollSignIn: 422,
  application: 422,
  environment: 200,
  options: 422,
  migration: 200,
  reusedValues: 422,
  offers: 422,
  recommendation: 422,
  prices: 422,
  registerProvider: 422,
  plan: 422,
  startRun: 422,
  runs: 200,
  run: 422,
  resumeRun: 422,
  changeSize: 422,
  defaultModel: 422,
  useDefaultModel: 422,
  ask: 422,
  undoRun: 422,
};

/** `read`: refused, except for read-only routes. */
type Fate = 'in' | 'read' | 401 | 403;
const callers: ReadonlyArray<[who: string, space: string, fate: Fate]> = [
  ['elastic', 'default', 'in'],
  ['setup_admin', 'default', 'in'],
  ['setup_admin', 'marketing', 'in'],
  ['setup_only', 'default', 'in'],
  ['connectors_only', 'default', 403],
  ['viewer', 'default', 'read'],
  ['viewer', 'marketing', 'read'],
  ['no_features', 'default', 403],
  ['no_role', 'default', 403],
  ['marketing_only', 'default', 403],
  ['marketing_only', 'security', 403],
  ['marketing_only', 'marketing', 'in'],
  ['no session', 'default', 401],
  ['stranger', 'default', 401],
];

describe.each(routeNames)('%s', (name) => {
  const { privilege } = routes[name];

  it.each(callers)('answers a call by %s in %s', async (who, space, fate) => {
    const status = fate === 'read' && privilege === managePrivilege ? 403 : fate;
    const as = who === 'no session' ? null : who;
    const before = stage.simulator.requests.length;
    const answer = await ask(stage.kibana, name, { ...input(name), as, space });
    if (status === 'in' || status === 'read') {
      expect(answer.status).toBe(letIn[name]);
      return;
    }
    expect(answer).toMatchObject({ status, body: { statusCode: status } });
    if (status === 403) expect(answer.text).toContain(`[${privilege}]`);
    expect(stage.simulator.requests).toHaveLength(before);
  });

  it('does not validate input of unauthorized callers', async () => {
    const as = 'connectors_only';
    const answer = await ask(stage.kibana, name, { ...input(name), as, body: { wrong: 1 } });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('wrong');
  });

  // Kibana requires it only for writes, because another site cannot read responses.
  it('refuses cross-site requests', async () => {
    const answer = await ask(stage.kibana, name, {
      ...input(name),
      headers: { 'kbn-xsrf': undefined },
    });
    const refused = { status: 400, body: { message: 'Request must contain a kbn-xsrf header.' } };
    expect(answer).toMatchObject(isPost(name) ? refused : { status: letIn[name] });
  });

  it('refuses requests without the internal origin', async () => {
    const headers = { 'x-elastic-internal-origin': undefined };
    const answer = await ask(stage.kibana, name, { ...input(name), headers });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('not available with the current configuration');
  });

  it.each(['2', '0', '2023-10-31', 'one'])('has no version %s', async (version) => {
    const headers = { 'elastic-api-version': version };
    expect(await ask(stage.kibana, name, { ...input(name), headers })).toMatchObject({
      status: 400,
    });
  });

  it.each(['put', 'patch', 'delete'])('refuses the method %s', async (method) => {
    const response = await fetch(stage.kibana.url + pathOf(name), {
      method: method.toUpperCase(),
      headers: {
        authorization: basic('elastic'),
        'kbn-xsrf': 'true',
        'x-elastic-internal-origin': 'Kibana',
      },
    });
    expect(response.status).toBe(404);
  });
});

it('refused callers start no run and cause no call to Azure', async () => {
  const { requests } = stage.simulator;
  // Without a good session only signing in reaches Azure, and the look at whether it can be reached.
  const sent = requests.filter(({ host }) => host === 'management.azure.com');
  expect(sent.filter(({ authorization }) => authorization !== 'none')).toEqual([]);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  for (const space of ['default', 'marketing']) {
    const answer = await ask(stage.kibana, 'runs', { space });
    expect(answer).toMatchObject({ status: 200, body: { runs: [] } });
  }
});

/** A router that records registrations. */
function listeningRouter() {
  const registered: Array<VersionedRouteConfig & { method: string }> = [];
  const listen = (method: string) => (config: VersionedRouteConfig) => {
    registered.push({ method, ...config });
    const route: VersionedRoute = { addVersion: () => route };
    return route;
  };
  const router: IRouter = { versioned: { get: listen('get'), post: listen('post') } };
  return { router, registered };
}

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  get: () => silent,
};

it('registers the routes of the table and no others, each with its privilege', () => {
  const { router, registered } = listeningRouter();
  const services = () => Promise.reject(new Error('nothing is called while registering'));
  registerRoutes({ router, logger: silent, services });
  const name = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
  const table = routeNames.map((one) => name(routes[one])).sort();
  expect(registered.map(name).sort()).toEqual(table);
  for (const { method, access, security } of registered) {
    expect(access).toBe('internal');
    const privilege = method === 'get' ? readPrivilege : managePrivilege;
    expect(security).toEqual({ authz: { requiredPrivileges: [privilege] } });
  }
});

it('grants exactly the privileges that the routes require', () => {
  const { all, read } = feature().privileges;
  const sent = (some: readonly RouteName[]) => [
    ...new Set(some.map((name) => routes[name].privilege)),
  ];
  expect([...(all.api ?? [])].sort()).toEqual(sent(routeNames).sort());
  expect(read.api).toEqual(sent(routeNames.filter((name) => routes[name].method === 'get')));
});
