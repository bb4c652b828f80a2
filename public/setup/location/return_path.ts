/** A page of an app: the app's id and its path. */
const appPath = /^\/app\/([A-Za-z0-9_-]+)([/?#]|$)/;

/** Kibana apps that only redirect to a URL from the link. */
const forwarders: ReadonlySet<string> = new Set(['r', 'short_url_redirect']);

/** Control characters, which URL parsers drop, and backslashes, which they turn into slashes. */
const distorting = /[\u0000-\u0020\u007f\\]/;

/** Dot segments and empty segments, also if they, or a slash in them, are encoded once or twice. */
const leading = /\/\/|\/\.{1,2}(\/|$)|%(2e|2f|5c|25|[01][0-9a-f]|7f)/i;

/** Maximum length of the return URL; some proxies cut longer ones. */
const maximumLength = 2_000;

/** A reserved origin, to detect URLs that are not relative to this Kibana. */
const anyOrigin = 'https://kibana.invalid';

/** Removes `/s/<space>` of the current space. A path in another space is refused. */
function withoutSpace(path: string, basePath: string): string {
  const space = /\/s\/([^/]+)$/.exec(basePath)?.[1] ?? 'default';
  const prefix = `/s/${space}`;
  return path.startsWith(`${prefix}/app/`) ? path.slice(prefix.length) : path;
}

/**
 * The page to return to, with the connector's id added; `undefined` unless it is a page of an app in the current space.
 * @param basePath - Kibana's base path, which ends with the space
 */
export function returnPath(
  returnTo: string | null,
  connectorId: string,
  basePath = '',
): string | undefined {
  if (!returnTo || returnTo.length > maximumLength || distorting.test(returnTo)) return undefined;
  const path = withoutSpace(returnTo, basePath);
  const app = appPath.exec(path)?.[1];
  const [beforeQuery = ''] = path.split(/[?#]/);
  if (!app || forwarders.has(app) || leading.test(beforeQuery)) return undefined;
  const url = new URL(path, anyOrigin);
  if (url.origin !== anyOrigin || !appPath.test(url.pathname)) return undefined;
  url.searchParams.set('connectorId', connectorId);
  return `${url.pathname}${url.search}${url.hash}`;
}
