import type { HttpStart } from '@kbn/core/public';

/** Paths below the base path, which names the space. */
export const createBasePath = (basePath: string): HttpStart['basePath'] => ({
  get: () => basePath,
  prepend: (url) => (url.startsWith('/') ? `${basePath}${url}` : url),
  remove: (url) => {
    const isBelow = url === basePath || url.startsWith(`${basePath}/`);
    return isBelow ? url.slice(basePath.length) || '/' : url;
  },
});

/** True for URLs of the same origin below the server's base path. */
export const isInternalUrl = (serverBasePath: string, url: string): boolean => {
  const { origin, href } = window.location;
  if (!URL.canParse(url, href)) return false;
  const target = new URL(url, href);
  const isBelow = `${target.pathname}/`.startsWith(`${serverBasePath}/`);
  return target.origin === origin && isBelow;
};
