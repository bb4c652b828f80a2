import Boom from '@hapi/boom';

/** The errors of Kibana's saved-object client: Boom, and for conflicts `statusCode` as well. */
export const notFoundError = (type: string, id: string) =>
  Boom.notFound(`Saved object [${type}/${id}] not found`);

export const existsError = (type: string, id: string) =>
  Object.assign(
    Boom.conflict(`[${type}:${id}]: version conflict, document already exists`),
    conflictStatus,
  );

export const conflictError = (type: string, id: string) =>
  Object.assign(Boom.conflict(`Saved object [${type}/${id}] conflict`), conflictStatus);

const conflictStatus = { statusCode: 409 };

export const isConflict = (error: unknown) => Boom.isBoom(error, 409);
export const isNotFound = (error: unknown) => Boom.isBoom(error, 404);
