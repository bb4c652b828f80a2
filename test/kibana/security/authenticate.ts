import Boom from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import type { ApiKeys } from './api_keys';
import type { Principal } from './principal';
import type { Sessions } from './sessions';
import type { Users } from './users';

interface AuthenticationOptions {
  users: Users;
  sessions: Sessions;
  apiKeys: ApiKeys;
  /** Server base path and space, as the person's browser sees them. */
  basePathOf(request: Request): string;
  serverBasePath: string;
  /** False: everything is permitted, and there is no user. */
  secured: boolean;
}

export const sessionCookie = 'sid';

const everybody: Principal = {
  user: {
    username: '',
    roles: [],
    enabled: true,
    authentication_realm: { name: '', type: '' },
    authentication_type: '',
  },
  superuser: true,
  grants: [],
};

/** Signs requests in by `Authorization` (Basic, ApiKey) or by the session cookie. */
export function registerAuthentication(server: Server, options: AuthenticationOptions) {
  server.state(sessionCookie, {
    path: `${options.serverBasePath}/`,
    isHttpOnly: true,
    isSecure: false,
    isSameSite: false,
    encoding: 'none',
    ignoreErrors: true,
  });
  server.auth.scheme('kibana', () => ({
    authenticate(request, h) {
      const principal = options.secured ? principalOf(request, options) : everybody;
      if (!principal) return refuse(request, h, options);
      request.app.principal = principal;
      return h.authenticated({ credentials: { user: { username: principal.user.username } } });
    },
  }));
  server.auth.strategy('kibana', 'kibana');
  server.auth.default('kibana');
}

function principalOf(
  request: Request,
  { users, sessions, apiKeys }: AuthenticationOptions,
): Principal | undefined {
  const [, scheme = '', credentials = ''] =
    /^(\S+)\s+(.+)$/.exec(request.raw.req.headers.authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'basic') {
    const [username = '', ...password] = Buffer.from(credentials, 'base64').toString().split(':');
    const principal = users.signIn(username, password.join(':'));
    if (!principal) throw unauthorized(`unable to authenticate user [${username}]`);
    return principal;
  }
  if (scheme.toLowerCase() === 'apikey') {
    const principal = apiKeys.authenticate(credentials);
    if (!principal) throw unauthorized('unable to authenticate with provided credentials');
    return principal;
  }
  if (scheme !== '') throw unauthorized('Unauthorized');
  const cookie: unknown = request.state[sessionCookie];
  const username = typeof cookie === 'string' ? sessions.usernameOf(cookie) : undefined;
  return username === undefined ? undefined : users.find(username);
}

const unauthorized = (message: string) => {
  const error = Boom.unauthorized(message, 'Basic', { realm: 'security', charset: 'UTF-8' });
  error.output.payload.message = message;
  return error;
};

/** Pages lead to the login page and back; everything else is a 401. */
function refuse(request: Request, h: ResponseToolkit, options: AuthenticationOptions) {
  const { headers, path } = request;
  const isApi =
    /^\/(api|internal)\//.test(path) || 'kbn-xsrf' in headers || 'kbn-version' in headers;
  if (isApi) return h.unauthenticated(Boom.boomify(new Error('Unauthorized'), { statusCode: 401 }));
  const next = `${options.basePathOf(request)}${path}${request.url.search}`;
  const location = `${options.serverBasePath}/login?next=${encodeURIComponent(next)}`;
  return h.response().redirect(location).takeover();
}
