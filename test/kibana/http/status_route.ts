import type { Server } from '@hapi/hapi';

/** Scripts and load balancers ask here whether Kibana is ready. Only superusers see the version. */
export const registerStatusRoute = (server: Server, version: string): void =>
  server.route({
    method: 'GET',
    path: '/api/status',
    options: { auth: { mode: 'try', strategy: 'kibana' } },
    handler: ({ app: { principal } }) => ({
      ...(principal?.superuser && {
        name: 'kibana',
        version: { number: version, build_flavor: 'traditional' },
      }),
      status: { overall: { level: 'available' } },
    }),
  });
