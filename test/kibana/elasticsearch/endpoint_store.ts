import { randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { object, record } from '../../shapes';
import { readOrCreate } from '../state/create_file';
import { openDocuments } from '../state/documents';
import { createEncryption } from '../state/encryption';
import { isConflict, isNotFound } from '../state/saved_object_errors';
import { refusal, notFound } from './elasticsearch_error';
import type { EndpointConfig } from './endpoint_config';

const endpointSchema = object({
  taskType: v.string(),
  service: v.string(),
  serviceSettings: record(v.unknown()),
  taskSettings: record(v.unknown()),
});
export type Endpoint = v.InferOutput<typeof endpointSchema> & { id: string };

const secretsSchema = object({ encrypted: v.string() });

/** The endpoints of the cluster, with their secrets in an index of their own. */
export interface EndpointStore {
  /** Throws 404. */
  get(id: string): Endpoint;
  all(): Endpoint[];
  create(endpoint: Endpoint, secrets: EndpointConfig['secrets']): Promise<void>;
  update(endpoint: Endpoint, secrets: EndpointConfig['secrets']): Promise<void>;
  delete(id: string): void;
  secretsOf(id: string): Promise<EndpointConfig['secrets']>;
}

export function openEndpoints(data: string): EndpointStore {
  const folder = path.join(data, 'elasticsearch');
  const endpoints = openDocuments(path.join(folder, 'inference'), 'endpoint', endpointSchema);
  const secrets = openDocuments(path.join(folder, 'inference_secrets'), 'secrets', secretsSchema);
  const keystore = path.join(folder, 'keystore');
  const encryption = createEncryption(
    readOrCreate(keystore, () => randomBytes(32).toString('hex')),
  );

  const store = async (id: string, values: EndpointConfig['secrets']) => {
    const document = { encrypted: await encryption.encrypt(values, ['endpoint', id]) };
    try {
      secrets.create(id, document);
    } catch (error) {
      if (!isConflict(error)) throw error;
      secrets.update(id, document);
    }
  };
  return {
    get(id) {
      const found = endpoints.all().find((one) => one.id === id);
      if (!found) throw notFound(id);
      return { id, ...found.attributes };
    },
    all: () =>
      endpoints
        .all()
        .map(({ id, attributes }) => ({ id, ...attributes }))
        .sort((a, b) => a.id.localeCompare(b.id)),
    async create({ id, ...attributes }, values) {
      if (endpoints.all().some((one) => one.id === id)) throw existsAlready(id);
      await store(id, values);
      try {
        endpoints.create(id, attributes);
      } catch (error) {
        throw isConflict(error) ? existsAlready(id) : error;
      }
    },
    async update({ id, ...attributes }, values) {
      await store(id, values);
      endpoints.update(id, attributes);
    },
    delete(id) {
      for (const documents of [endpoints, secrets]) {
        try {
          documents.delete(id);
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }
    },
    async secretsOf(id) {
      const { encrypted } = secrets.get(id).attributes;
      return v.parse(record(v.string()), await encryption.decrypt(encrypted, ['endpoint', id]));
    },
  };
}

const existsAlready = (id: string) =>
  refusal(400, 'resource_already_exists_exception', `Inference endpoint [${id}] already exists`);
