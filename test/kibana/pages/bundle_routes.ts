import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import Boom from '@hapi/boom';
import type { Request, ResponseToolkit, Server } from '@hapi/hapi';

export interface BundledPlugin {
  id: string;
  version: string;
  /** Folder of the plugin; its bundles are in `target/public`. */
  folder: string;
  enabled: boolean;
  /** The plugins that its manifest names and that are there. */
  dependencies: string[];
}

/** The plugins' bundles, the disabled ones' too, and the host's own, without signing in, to be cached for a year. */
export function registerBundleRoutes(
  server: Server,
  buildHash: string,
  home: string,
  plugins: BundledPlugin[],
) {
  const serve = (prefix: string, root: string) =>
    server.route({
      method: 'GET',
      path: `/${buildHash}/${prefix}/{path*}`,
      options: { auth: false, cache: { otherwise: 'must-revalidate' } },
      handler: (request, h) => bundle(request, h, root),
    });
  for (const { id, version, folder } of plugins)
    serve(`bundles/plugin/${id}/${version}`, path.join(folder, 'target', 'public'));
  serve('ui', path.join(home, 'browser'));
}

/** Serves a `.br` or `.gz` sibling if the browser accepts it, without checking its content. */
function bundle(request: Request, h: ResponseToolkit, root: string) {
  const file = path.join(root, String(request.params['path']));
  if (!file.startsWith(root + path.sep)) throw Boom.notFound();
  const accepted = request.raw.req.headers['accept-encoding']?.toString() ?? '';
  const encoding = [
    { name: 'br', extension: '.br' },
    { name: 'gzip', extension: '.gz' },
  ].find(({ name, extension }) => accepted.includes(name) && existsSync(file + extension));
  const chosen = file + (encoding?.extension ?? '');
  if (!existsSync(chosen) || !statSync(chosen).isFile()) throw Boom.notFound();
  const response = h
    .response(createReadStream(chosen))
    .type('text/javascript; charset=utf-8')
    .header('cache-control', 'immutable, public, max-age=31536000')
    .header('vary', 'accept-encoding');
  return encoding ? response.header('content-encoding', encoding.name) : response;
}
