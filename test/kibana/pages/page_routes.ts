import { existsSync } from 'node:fs';
import path from 'node:path';
import Boom from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';
import { loaderOf } from '../browser/loader';
import { renderPage, type PageInput } from '../browser/page';
import type { PrivilegeRegistry } from '../features/privileges';
import type { Settings } from '../config/settings';
import type { UiSettingsClients } from '../ui_settings/client';
import type { Registered } from '../ui_settings/registered';
import { cspHeaders } from './csp';
import type { BundledPlugin } from './bundle_routes';

/** Inputs of a page other than the request. */
interface PageOptions {
  settings: Settings;
  version: string;
  buildHash: string;
  privileges: PrivilegeRegistry;
  registered: Readonly<Record<string, Registered>>;
  uiSettings: UiSettingsClients;
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

const darkModeOf = (request: Request): unknown =>
  request.query['darkMode'] ?? request.state[darkModeCookie];

/** Data for the page of this request. */
export function pageInputOf(request: Request, options: PageOptions): PageInput {
  const { settings, version, buildHash, privileges, translationsPath } = options;
  const { principal, spaceId, spacePath } = request.app;
  const serverBasePath = settings['server.basePath'] ?? '';
  const statics = `${serverBasePath}/${buildHash}`;
  const addressOf = ({ id, version: own }: BundledPlugin) =>
    `${statics}/bundles/plugin/${id}/${own}/`;
  const loader = settings['host.loader'] ?? loaderOf(version);
  const plugins = options.plugins.filter(({ enabled }) => enabled);
  const signedIn = principal !== undefined;
  const loaded = loader === 'rspack' ? options.plugins.filter(hasScript) : signedIn ? plugins : [];
  return {
    basePath: serverBasePath + spacePath,
    serverBasePath,
    publicPath: {
      core: `${statics}/ui/`,
      ...Object.fromEntries(options.plugins.map((plugin) => [plugin.id, addressOf(plugin)])),
    },
    plugins: plugins.map(({ id, dependencies }) => ({ id, dependencies })),
    loader,
    scripts: loaded.map((plugin) => `${addressOf(plugin)}${plugin.id}.plugin.js`),
    username: principal?.user.username ?? '',
    capabilities: privileges.capabilities(principal, spaceId),
    space: spaceId,
    uiSettings: {
      defaults: Object.fromEntries(
        Object.entries(options.registered).map(([key, { value }]) => [key, { value }]),
      ),
      user: options.uiSettings.of(spaceId),
    },
    version,
    darkMode: darkModeOf(request) === 'true',
    csp: cspHeaders['Content-Security-Policy'] ?? '',
    locale: settings['i18n.locale'],
    translationsUrl: serverBasePath + translationsPath,
    anonymous: !signedIn,
  };
}

const hasScript = ({ id, folder }: BundledPlugin): boolean =>
  existsSync(path.join(folder, 'target', 'public', `${id}.plugin.js`));

function page(request: Request, h: ResponseToolkit, options: PageOptions) {
  const requested: unknown = request.query['darkMode'];
  const response = h
    .response(renderPage(pageInputOf(request, options)))
    .type('text/html')
    .header('cache-control', 'private, no-cache, no-store, must-revalidate');
  const darkMode = String(darkModeOf(request) === 'true');
  return requested === undefined ? response : response.state(darkModeCookie, darkMode);
}
