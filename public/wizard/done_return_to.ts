/** Paths of Kibana's own pages: of this space, or of a named one. */
const kibanaPath = /^\/(app|s)\/[^/]/;

/** Characters of an address to go back to; some proxies cut longer ones. */
const maximumLength = 2_000;

/** An origin that nobody has, to see whether an address stays where it is put. */
const anyOrigin = 'https://kibana.invalid';

/**
 * The page that the person came from, with the connector's id added; `undefined` for anything that
 * is not a path inside this Kibana.
 */
export function returnPath(returnTo: string | null, connectorId: string): string | undefined {
  if (!returnTo || returnTo.length > maximumLength) return undefined;
  if (!kibanaPath.test(returnTo) || returnTo.includes('\\')) return undefined;
  const url = new URL(returnTo, anyOrigin);
  if (url.origin !== anyOrigin || !kibanaPath.test(url.pathname)) return undefined;
  url.searchParams.set('connectorId', connectorId);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The full path: `/app/...` is of the present space, `/s/...` names its space itself. */
export const withBasePath = (basePath: string, path: string): string =>
  path.startsWith('/s/') ? basePath.replace(/\/s\/[^/]+$/, '') + path : basePath + path;
