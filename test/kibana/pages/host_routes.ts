import type { Server } from '@hapi/hapi';
import type { PrivilegeRegistry } from '../features/privileges';
import type { License } from '../licensing';
import type { Settings } from '../config/settings';

interface HostRouteOptions {
  version: string;
  privileges: PrivilegeRegistry;
  license: License;
  settings: Settings;
}

/** Some of Kibana's APIs, for tests and people. */
export function registerHostRoutes(
  server: Server,
  { version, privileges, license, settings }: HostRouteOptions,
) {
  server.route([
    {
      method: 'GET',
      path: '/api/status',
      options: { auth: { mode: 'optional', strategy: 'kibana' } },
      handler: () => ({
        name: settings['server.name'],
        version: { number: version, build_flavor: 'traditional' },
        status: {
          overall: { level: 'available', summary: 'All services and plugins are available' },
        },
      }),
    },
    { method: 'GET', path: '/api/features', handler: () => privileges.features() },
    {
      method: 'GET',
      path: '/api/licensing/info',
      handler: () => ({ license: { type: license.type, status: license.status } }),
    },
    {
      method: 'GET',
      path: '/api/spaces/space',
      handler: () => settings['host.spaces'].map((id) => ({ id, name: id })),
    },
    {
      method: 'GET',
      path: '/api/core/capabilities',
      handler: (request) => privileges.capabilities(request.app.principal, request.app.spaceId),
    },
  ]);
}
