import { routes, type RouteName } from '../../../common/routes';

const routeNames = Object.keys(routes).filter((name): name is RouteName => name in routes);

/** The line of the route table that a request belongs to, and the values in its path. */
export function findRoute(method: string, path: string) {
  for (const route of routeNames) {
    const { method: expected, path: pattern } = routes[route];
    const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
    const found = new RegExp(`^${pattern.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(path);
    if (method !== expected || !found) continue;
    const values = found.slice(1).map(decodeURIComponent);
    return { route, params: Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])) };
  }
  return undefined;
}
