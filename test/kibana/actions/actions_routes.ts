import Boom from '@hapi/boom';
import type { KibanaRequest } from '@kbn/core/server';
import * as v from 'valibot';
import { record, strictObject } from '../../shapes';
import { checkedBy } from '../http/route_validation';
import type { createRouter } from '../http/router';
import type { ResponseFactory } from '../http/responses';
import type { ActionsClient } from './actions_client';

type Router = ReturnType<typeof createRouter>;
type Answer = (client: ActionsClient, request: ApiRequest, response: ResponseFactory) => unknown;
interface ApiRequest {
  id: string;
  body?: unknown;
}

const noRoutePrivilege = {
  authz: { enabled: false, reason: 'The actions client checks the privileges.' },
};
const connectorId = v.pipe(v.string(), v.minLength(1), v.maxLength(36));
const idParams = strictObject({ id: connectorId });
const optionalId = strictObject({ id: v.optional(connectorId) });
const editable = {
  name: v.pipe(v.string(), v.minLength(1)),
  config: v.optional(record(v.unknown()), {}),
  secrets: v.optional(record(v.unknown()), {}),
};
const createBody = strictObject({ ...editable, connector_type_id: v.string() });
const updateBody = strictObject(editable);
const executeBody = strictObject({ params: record(v.unknown()) });

/** Kibana's public HTTP API for connectors, in its own spelling. */
export function registerActionsRoutes(
  router: Router,
  clientOf: (request: KibanaRequest) => Promise<ActionsClient>,
) {
  const on = (method: string, path: string, validate: object, answer: Answer) => {
    router.versioned[method]?.({ path, access: 'public', security: noRoutePrivilege }).addVersion(
      { version: '2023-10-31', validate: { request: validate } },
      async (_context, request, response) => {
        try {
          const { id = '' } = v.parse(optionalId, request.params);
          return await answer(await clientOf(request), { id, body: request.body }, response);
        } catch (error) {
          return translated(error, response);
        }
      },
    );
  };
  on('get', '/api/actions/connectors', {}, async (client, _request, { ok }) =>
    ok({ body: (await client.getAll()).map(snakeCased) }),
  );
  on(
    'get',
    '/api/actions/connector/{id}',
    { params: checkedBy(idParams) },
    async (client, { id }, { ok }) => ok({ body: snakeCased(await client.get({ id })) }),
  );
  on(
    'delete',
    '/api/actions/connector/{id}',
    { params: checkedBy(idParams) },
    async (client, { id }, r) => {
      await client.delete({ id });
      return r.noContent();
    },
  );
  on(
    'post',
    '/api/actions/connector/{id?}',
    { params: checkedBy(optionalId), body: checkedBy(createBody) },
    async (client, { id, body }, { ok }) => {
      const { connector_type_id: actionTypeId, ...action } = v.parse(createBody, body);
      const options = id === '' ? {} : { id };
      return ok({
        body: snakeCased(await client.create({ action: { ...action, actionTypeId }, options })),
      });
    },
  );
  on(
    'put',
    '/api/actions/connector/{id}',
    { params: checkedBy(idParams), body: checkedBy(updateBody) },
    async (client, { id, body }, { ok }) =>
      ok({ body: snakeCased(await client.update({ id, action: v.parse(updateBody, body) })) }),
  );
  on(
    'post',
    '/api/actions/connector/{id}/_execute',
    { params: checkedBy(idParams), body: checkedBy(executeBody) },
    async (client, { id, body }, { ok }) => {
      const { params } = v.parse(executeBody, body);
      const { actionId, ...result } = await client.execute({ actionId: id, params });
      return ok({ body: { connector_id: actionId, ...snakeCased(result) } });
    },
  );
}

function translated(error: unknown, { customError, forbidden }: ResponseFactory) {
  if (Boom.isBoom(error)) {
    return customError({ statusCode: error.output.statusCode, body: { message: error.message } });
  }
  if (error instanceof Error && 'reason' in error)
    return forbidden({ body: { message: error.message } });
  throw error;
}

/** Top-level keys in Kibana's HTTP spelling; a connector type is `connector_type_id`. */
const snakeCased = (value: object) =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key === 'actionTypeId'
        ? 'connector_type_id'
        : key === 'errorSource'
          ? key
          : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inner,
    ]),
  );
