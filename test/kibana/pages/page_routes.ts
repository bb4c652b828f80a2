import Boom from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { renderPage } from '../browser/page';
import type { PrivilegeRegistry } from '../features/privileges';
import type { Settings } from '../settings';
import { cspHeaders } from './csp';
import type { BundledPlugin } from './bundle_routes';

export interface PageOptions {
  settings: Settings;
  version: string;
  buildHash: string;
  privileges: PrivilegeRegistry;
  plugins: BundledPlugin[];
  translationsPath: string;
}

const darkModeCookie = 'darkMode';

/** The HTML of every application, of the root and of the page one lands on after logging out. */
export function registerPageRoutes(server: Server, options: PageOptions) {
  const serverBasePath = options.settings['server.basePath'] ?? '';
  const toHome = (request: Request, h: ResponseToolkit) =>
    h.redirect(`${serverBasePath}${request.app.spacePath}/app/home`);
  server.route([
    { method: 'GET', path: '/', handler: toHome },
    { method: 'GET', path: '/spaces/space_selector', handler: toHome },
    {
      method: 'GET',
      path: '/app/{path*}',
      handler(request, h) {
        const { principal, spaceId } = request.app;
        const [appId = ''] = String(request.params['path']).split('/');
        if (principal && options.privileges.hidesApp(principal, spaceId, appId))
          throw Boom.notFound();
        return page(request, h, options);
      },
    },
    {
      method: 'GET',
      path: '/security/logged_out',
      options: { auth: false },
      handler: (request, h) => page(request, h, options),
    },
  ]);
}

function page(request: Request, h: ResponseToolkit, options: PageOptions) {
  const { settings, version, buildHash, privileges, plugins, translationsPath } = options;
  const { principal, spaceId, spacePath } = request.app;
  const serverBasePath = settings['server.basePath'] ?? '';
  const statics = `${serverBasePath}/${buildHash}`;
  const asked: unknown = request.query['darkMode'];
  const remembered: unknown = request.state[darkModeCookie];
  const darkMode = (asked ?? remembered) === 'true';
  const html = renderPage({
    basePath: serverBasePath + spacePath,
    serverBasePath,
    publicPath: {
      core: `${statics}/ui/`,
      ...Object.fromEntries(
        plugins.map(({ id, version: own }) => [id, `${statics}/bundles/plugin/${id}/${own}/`]),
      ),
    },
    plugins: plugins.map(({ id, version: manifestVersion, dependencies }) => ({
      id,
      manifestVersion,
      dependencies,
    })),
    user: {
      username: principal?.user.username ?? '',
      roles: [...(principal?.user.roles ?? [])],
    },
    capabilities: privileges.capabilities(principal, spaceId),
    space: spaceId,
    version,
    darkMode,
    csp: cspHeaders(settings)['Content-Security-Policy'] ?? '',
    locale: settings['i18n.locale'],
    translationsUrl: serverBasePath + translationsPath,
    anonymous: principal === undefined,
    browserConfig: {
      ...settings['host.browserConfig'],
      ...Object.fromEntries(plugins.map(({ id, browserConfig }) => [id, browserConfig])),
    },
  });
  const response = h
    .response(html)
    .type('text/html')
    .header('cache-control', 'private, no-cache, no-store, must-revalidate');
  return asked === undefined ? response : response.state(darkModeCookie, String(darkMode));
}
