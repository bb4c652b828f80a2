import Boom from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import * as v from 'valibot';
import { explain, object } from '../../shapes';
import type { Audit } from '../audit';
import { sessionCookie } from './authenticate';
import { loginPage, loginScript } from './login_page';
import type { Sessions } from './sessions';
import type { Users } from './users';

interface LoginOptions {
  users: Users;
  sessions: Sessions;
  audit: Audit;
  serverBasePath: string;
  /** The scripts that every page has, as HTML. */
  scriptsOf(request: Request): string;
}

const loginBody = object({
  providerType: v.literal('basic'),
  providerName: v.literal('basic'),
  currentURL: v.string(),
  params: object({
    username: v.pipe(v.string(), v.minLength(1)),
    password: v.pipe(v.string(), v.minLength(1)),
  }),
});

/** `/login`, and the API of Kibana's security plugin that it uses. */
export function registerLoginRoutes(server: Server, options: LoginOptions) {
  const { users, sessions, audit, serverBasePath, scriptsOf } = options;
  const open = { auth: false as const };
  server.route([
    {
      method: 'GET',
      path: '/login',
      options: open,
      handler: (request, h) =>
        h.response(loginPage(users.list(), serverBasePath, scriptsOf(request))).type('text/html'),
    },
    {
      method: 'GET',
      path: '/login.js',
      options: open,
      handler: (_request, h) => h.response(loginScript).type('text/javascript'),
    },
    {
      method: 'POST',
      path: '/internal/security/login',
      options: open,
      handler(request, h) {
        if (!('kbn-xsrf' in request.headers)) {
          throw Boom.badRequest('Request must contain a kbn-xsrf header.');
        }
        const body = v.safeParse(loginBody, request.payload);
        if (!body.success) throw Boom.badRequest(explain(body.issues));
        const { username, password } = body.output.params;
        const principal = users.signIn(username, password);
        audit.log(loginEvent(username, principal !== undefined));
        if (!principal) throw Boom.unauthorized('Unauthorized');
        const location = afterLogin(body.output.currentURL, serverBasePath);
        return h.response({ location }).state(sessionCookie, sessions.start(username));
      },
    },
  ]);
}

/** Only a path of this Kibana is followed. */
function afterLogin(currentUrl: string, serverBasePath: string): string {
  const base = 'http://kibana.invalid';
  const next = new URL(currentUrl, base).searchParams.get('next') ?? '';
  const isOwn = next.startsWith(`${serverBasePath}/`) && new URL(next, base).origin === base;
  return isOwn ? next : `${serverBasePath}/app/home`;
}

const loginEvent = (username: string, signedIn: boolean) => ({
  message: signedIn
    ? `User [${username}] has logged in using basic provider [name=basic]`
    : `Failed attempt to login using basic provider [name=basic]`,
  event: {
    action: 'user_login',
    category: ['authentication'],
    outcome: signedIn ? 'success' : 'failure',
  },
  ...(signedIn && { user: { name: username } }),
});
