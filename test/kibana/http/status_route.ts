import type { Server } from '@hapi/hapi';

/** Whether Kibana is ready, as scripts and load balancers ask. */
export const registerStatusRoute = (server: Server, version: string): void =>
  server.route({
    method: 'GET',
    path: '/api/status',
    options: { auth: false },
    handler: () => ({
      name: 'kibana',
      version: { number: version, build_flavor: 'traditional' },
      status: {
        overall: { level: 'available', summary: 'All services and plugins are available' },
      },
    }),
  });
