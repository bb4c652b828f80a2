import type { HttpStart } from '@kbn/core/public';

/** Paths below the base path, which names the space. */
export const createBasePath = (basePath: string): HttpStart['basePath'] => ({
  get: () => basePath,
  prepend: (url) => (url.startsWith('/') ? `${basePath}${url}` : url),
});
