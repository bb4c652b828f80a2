import Boom from '@hapi/boom';
import type { Request, Server } from '@hapi/hapi';
import * as v from 'valibot';
import { strictObject } from '../../shapes';
import { CannotOverrideError, uiSettingsSchema, type UiSettingsClients } from './client';

const changesBody = strictObject({ changes: uiSettingsSchema });

/** Kibana's internal API for the settings of a space. */
export function registerUiSettingsRoutes(server: Server, { asScoped }: UiSettingsClients) {
  const clientFor = ({ app }: Request) => asScoped(app.principal, app.spaceId);
  const answer = async (request: Request) => ({
    settings: await clientFor(request).getUserProvided(),
  });
  server.route([
    { method: 'GET', path: '/internal/kibana/settings', handler: answer },
    {
      method: 'POST',
      path: '/internal/kibana/settings',
      async handler(request: Request) {
        if (!('kbn-xsrf' in request.headers) && !('kbn-version' in request.headers)) {
          throw Boom.badRequest('Request must contain a kbn-xsrf header.');
        }
        const { changes } = v.parse(changesBody, request.payload);
        try {
          await clientFor(request).setMany(changes);
        } catch (error) {
          if (Boom.isBoom(error)) throw error;
          if (error instanceof CannotOverrideError) throw Boom.badRequest(error.message);
          throw Boom.badRequest(error instanceof Error ? error.message : String(error));
        }
        return answer(request);
      },
    },
  ]);
}
