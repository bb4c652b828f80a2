/** A page of an app: the app's id, then the app's own path. */
const appPath = /^\/app\/([A-Za-z0-9_-]+)([/?#]|$)/;

/** Kibana apps that only redirect to a URL from the link. */
const forwarders: ReadonlySet<string> = new Set(['r', 'short_url_redirect']);

/** Control characters, which URL parsers drop, and backslashes, which they turn around. */
const distorting = /[\u0000-\u0020\u007f\\]/;

/** Segments that lead up or nowhere, also where they, or a slash in them, are encoded once or twice. */
const leading = /\/\/|\/\.{1,2}(\/|$)|%(2e|2f|5c|25|[01][0-9a-f]|7f)/i;

/** Characters of an address to go back to; some proxies cut longer ones. */
const maximumLength = 2_000;

/** A reserved origin: an address that leaves it is not relative to this Kibana. */
const anyOrigin = 'https://kibana.invalid';

/** Removes `/s/<space>` of the current space. A path in another space is refused. */
function withoutSpace(path: string, basePath: string): string {
  const space = /\/s\/([^/]+)$/.exec(basePath)?.[1] ?? 'default';
  const prefix = `/s/${space}`;
  return path.startsWith(`${prefix}/app/`) ? path.slice(prefix.length) : path;
}

/**
 * The page that the person came from, with the connector's id added; `undefined` for anything that
 * is not a page of an app in the present space.
 * @param basePath - Kibana's, which ends with the space
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
