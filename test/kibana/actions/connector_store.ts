import * as z from 'zod';
import type { Documents, Stored } from '../state/documents';
import type { Encryption } from '../state/encryption';
import { existsError, isConflict, isNotFound, notFoundError } from '../state/saved_object_errors';

export const connectorSchema = z.object({
  actionTypeId: z.string(),
  name: z.string(),
  config: z.record(z.string(), z.unknown()),
  /** Encrypted. */
  secrets: z.string(),
});
type ConnectorDocument = z.output<typeof connectorSchema>;

export type StoredConnector = Stored<ConnectorDocument>;

/** Connectors of one space. Their ids are unique over all spaces. */
export interface ConnectorStore {
  get(id: string): StoredConnector;
  all(): StoredConnector[];
  create(
    id: string,
    connector: Omit<ConnectorDocument, 'secrets'> & { secrets: unknown },
  ): Promise<StoredConnector>;
  delete(id: string): void;
  /** Throws when the encryption key or what the secrets belong to has changed. */
  secretsOf(id: string): Promise<unknown>;
}

export function connectorsOf(
  spaceId: string,
  documents: Documents<ConnectorDocument>,
  encryption: Encryption,
): ConnectorStore {
  const prefix = `${spaceId}:`;
  const inSpace = (stored: StoredConnector) => ({ ...stored, id: stored.id.slice(prefix.length) });
  const about = (
    id: string,
    { actionTypeId, name, config }: Omit<ConnectorDocument, 'secrets'>,
  ) => ['action', spaceId, id, JSON.stringify({ actionTypeId, name, config })];
  /** Errors name the connector without the space. */
  const named = <T>(id: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isNotFound(error)) throw notFoundError('action', id);
      if (isConflict(error)) throw existsError('action', id);
      throw error;
    }
  };
  const get = (id: string) => named(id, () => inSpace(documents.get(prefix + id)));
  return {
    get,
    all: () =>
      documents
        .all()
        .filter(({ id }) => id.startsWith(prefix))
        .map(inSpace),
    async create(id, { secrets, ...connector }) {
      const encrypted = await encryption.encrypt(secrets, about(id, connector));
      const idIn = (stored: StoredConnector) => stored.id.slice(stored.id.indexOf(':') + 1);
      if (documents.all().some((stored) => idIn(stored) === id)) throw existsError('action', id);
      return named(id, () =>
        inSpace(documents.create(prefix + id, { ...connector, secrets: encrypted })),
      );
    },
    delete: (id) => named(id, () => documents.delete(prefix + id)),
    async secretsOf(id) {
      const { attributes } = get(id);
      return encryption.decrypt(attributes.secrets, about(id, attributes));
    },
  };
}
