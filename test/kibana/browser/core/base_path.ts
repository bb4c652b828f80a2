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

/** Same origin and below the server's base path, however it is written. */
export const isInternalUrl = (serverBasePath: string, url: string): boolean => {
  const { origin, href } = window.location;
  if (!URL.canParse(url, href)) return false;
  const target = new URL(url, href);
  const isBelow = `${target.pathname}/`.startsWith(`${serverBasePath}/`);
  return target.origin === origin && isBelow;
};
