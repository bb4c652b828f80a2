import * as v from 'valibot';
import { object, record } from '../../shapes';
import type { Documents, Stored } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { existsError, isConflict, notFoundError } from '../state/saved_object_errors';

export const connectorSchema = object({
  actionTypeId: v.string(),
  name: v.string(),
  config: record(v.unknown()),
  /** Encrypted. */
  secrets: v.string(),
  /** Its space; the id is taken in all spaces. */
  namespace: v.string(),
  isMissingSecrets: v.optional(v.boolean()),
});
type ConnectorDocument = v.InferOutput<typeof connectorSchema>;

export type StoredConnector = Stored<ConnectorDocument>;

type NewConnectorDocument = Omit<ConnectorDocument, 'secrets' | 'namespace'> & { secrets: unknown };

/** Connectors of one space. The saved-object type is `multiple-isolated`: an id is taken in all spaces. */
export interface ConnectorStore {
  get(id: string): StoredConnector;
  all(): StoredConnector[];
  create(id: string, connector: NewConnectorDocument): Promise<StoredConnector>;
  update(id: string, connector: NewConnectorDocument): Promise<StoredConnector>;
  delete(id: string): void;
  /** Throws if the encryption key or the object of the secrets has changed. */
  secretsOf(id: string): Promise<unknown>;
}

export function connectorsOf(
  spaceId: string,
  documents: Documents<ConnectorDocument>,
  encryption: Encryption,
): ConnectorStore {
  const isHere = ({ attributes }: StoredConnector) => attributes.namespace === spaceId;
  const about = (
    id: string,
    { actionTypeId, name, config }: Omit<NewConnectorDocument, 'secrets'>,
  ) => ['action', spaceId, id, JSON.stringify({ actionTypeId, name, config })];
  const get = (id: string) => {
    const found = documents.all().find((stored) => stored.id === id && isHere(stored));
    if (!found) throw notFoundError('action', id);
    return found;
  };
  const encrypted = async (id: string, { secrets, ...connector }: NewConnectorDocument) => ({
    ...connector,
    namespace: spaceId,
    secrets: await encryption.encrypt(secrets, about(id, connector)),
  });
  return {
    get,
    all: () => documents.all().filter(isHere),
    async create(id, connector) {
      const document = await encrypted(id, connector);
      try {
        return documents.create(id, document);
      } catch (error) {
        throw isConflict(error) ? existsError('action', id) : error;
      }
    },
    async update(id, connector) {
      get(id);
      return documents.update(id, await encrypted(id, connector));
    },
    delete(id) {
      get(id);
      documents.delete(id);
    },
    async secretsOf(id) {
      const { attributes } = get(id);
      return encryption.decrypt(attributes.secrets, about(id, attributes));
    },
  };
}
