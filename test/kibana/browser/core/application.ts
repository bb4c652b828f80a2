import type { AppRegistration, CoreStart } from '@kbn/core/public';
import type { Capabilities } from '@kbn/core/server';
import { createBrowserHistory } from 'history';
import { createLeaveGuard } from './leave';
import { createStore } from './store';

export interface App extends AppRegistration {
  appRoute: string;
}

/** As in Kibana, an app is in the navigation by default, and always has a URL. */
export const isListed = ({ visibleIn }: App) => visibleIn?.includes('classicSideNav') ?? true;

interface Options {
  basePath: string;
  capabilities: Capabilities;
  confirm: (text: string, title?: string) => Promise<boolean>;
}

const joinPath = (route: string, path = ''): string => {
  if (path === '' || path.startsWith('?') || path.startsWith('#')) return `${route}${path}`;
  return `${route}/${path.replace(/^\//, '')}`;
};

/** `core.application`: apps, and going from one to another. */
export const createApplication = ({ basePath, capabilities, confirm }: Options) => {
  const apps = new Map<string, App>();
  const leaveGuard = createLeaveGuard(confirm);
  const history = createBrowserHistory({
    basename: basePath,
    getUserConfirmation: (message, answer) => void confirm(message).then(answer),
  });

  /** False without the feature's privilege. */
  const isOpen = ({ id }: App) => capabilities.navLinks[id] !== false;
  const findApp = (pathname: string): App | undefined =>
    [...apps.values()]
      .filter((app) => isOpen(app) && `${pathname}/`.startsWith(`${app.appRoute}/`))
      .sort((a, b) => b.appRoute.length - a.appRoute.length)[0];

  const current = createStore<App | undefined>(undefined);
  const update = () => {
    const next = findApp(history.location.pathname);
    if (next === current.get()) return;
    leaveGuard.setHandler(undefined);
    current.set(next);
  };

  const register = (app: AppRegistration) => {
    if (apps.has(app.id)) throw new Error(`An app ${app.id} is registered already.`);
    const appRoute = app.appRoute ?? `/app/${app.id}`;
    if (!appRoute.startsWith('/app/')) throw new Error(`The route of ${app.id} must be in /app/.`);
    apps.set(app.id, { ...app, appRoute });
    app.updater$?.subscribe((change) => {
      apps.set(app.id, { ...app, appRoute, ...change(app) });
    });
  };

  const routeOf = (appId: string) => apps.get(appId)?.appRoute ?? `/app/${appId}`;
  const getUrlForApp: CoreStart['application']['getUrlForApp'] = (appId, options = {}) => {
    const url = `${basePath}${joinPath(routeOf(appId), options.path)}`;
    return options.absolute ? new URL(url, window.location.href).href : url;
  };

  const navigateToApp: CoreStart['application']['navigateToApp'] = async (appId, options = {}) => {
    if (options.openInNewTab) {
      window.open(getUrlForApp(appId, options), '_blank');
      return;
    }
    if (current.get()?.id !== appId && !(await leaveGuard.mayLeave())) return;
    const path = joinPath(routeOf(appId), options.path);
    if (options.replace) history.replace(path);
    else history.push(path);
  };

  const navigateToUrl = async (url: string) => {
    const target = new URL(url, window.location.href);
    const isHere =
      target.origin === window.location.origin && `${target.pathname}/`.startsWith(`${basePath}/`);
    const app = isHere ? findApp(target.pathname.slice(basePath.length)) : undefined;
    if (app === undefined) {
      if (await leaveGuard.mayLeave()) window.location.assign(target.href);
      return;
    }
    const rest = target.pathname.slice(basePath.length + app.appRoute.length);
    await navigateToApp(app.id, { path: `${rest}${target.search}${target.hash}` });
  };

  const start: CoreStart['application'] = {
    capabilities,
    navigateToApp,
    navigateToUrl,
    getUrlForApp,
  };
  return {
    register,
    start,
    history,
    current,
    onAppLeave: leaveGuard.setHandler,
    listApps: () => [...apps.values()].filter(isOpen),
    /** Starts to follow the URL, after all plugins have registered their apps. */
    open: () => {
      if (history.location.pathname === '/') history.replace('/app/home');
      history.listen(update);
      update();
    },
  };
};

export type Application = ReturnType<typeof createApplication>;
