import Boom from '@hapi/boom';
import type { AuditEvent } from '@kbn/core/server';
import type { Preconfigured } from '../config/settings';
import type { Audit } from '../audit';
import type { ConnectorStore, StoredConnector } from './connector_store';
import { genAi, type ConnectorTypes } from './connector_type';
import { executeConnector } from './execute';
import type { RequestOptions } from './gen_ai_request';

interface ActionsClientOptions {
  store: ConnectorStore;
  types: ConnectorTypes;
  /** Of `kibana.yml`, by id. */
  preconfigured?: Readonly<Record<string, Preconfigured>>;
  /** Number of saved objects that refer to a connector, by id. */
  references?: Readonly<Record<string, number>>;
  request: RequestOptions;
  audit: ReturnType<Audit['asScoped']>;
  /** True if the person has this permission for connectors. */
  isAuthorized(operation: Operation): boolean;
}
export type Operation = 'create' | 'get' | 'update' | 'delete' | 'execute';

interface NewConnector {
  action: { actionTypeId: string; name: string; config: unknown; secrets: unknown };
  options?: { id?: string };
}

/** Kibana's actions client, for one person in one space. */
export function createActionsClient({
  store,
  types,
  preconfigured = {},
  references = {},
  request,
  audit,
  isAuthorized,
}: ActionsClientOptions) {
  const ensureAuthorized = (operation: Operation, type?: string) => {
    if (isAuthorized(operation)) return;
    throw Boom.forbidden(
      `Unauthorized to ${operation} ${type === undefined ? 'actions' : `a "${type}" action`}`,
    );
  };
  /** Audits refusals, too. */
  const audited = (operation: Operation, id: string | undefined, type?: string) => {
    try {
      ensureAuthorized(operation, type);
    } catch (error) {
      audit.log(auditEvent(operation, id, error));
      throw error;
    }
    audit.log(auditEvent(operation, id));
  };
  const connectorFrom = ({ id, attributes }: StoredConnector) => ({
    id,
    actionTypeId: attributes.actionTypeId,
    name: attributes.name,
    config: attributes.config,
    isMissingSecrets: attributes.isMissingSecrets ?? false,
    isPreconfigured: false,
    isSystemAction: false,
  });

  const inMemory = (id: string): Preconfigured | undefined =>
    Object.hasOwn(preconfigured, id) ? preconfigured[id] : undefined;
  const preconfiguredFrom = (id: string, { actionTypeId, name, ...more }: Preconfigured) => ({
    ...{ id, actionTypeId, name },
    isPreconfigured: true,
    isSystemAction: false,
    ...(more.exposeConfig && { config: more.config }),
  });
  const ensureModifiable = (id: string, verb: string) => {
    if (inMemory(id))
      throw new UnchangeableError(`Preconfigured action ${id} is not allowed to ${verb}.`);
  };

  return {
    async create({ action, options }: NewConnector) {
      const { actionTypeId, name } = action;
      const id = options?.id || crypto.randomUUID();
      ensureCreatable(id, actionTypeId);
      if (inMemory(id))
        throw Boom.badRequest(`This ${id} already exists in a preconfigured action.`);
      types.ensureKnown(actionTypeId);
      const config = types.validateConfig(action.config);
      const secrets = types.validateSecrets(action.secrets);
      types.ensureEnabled(actionTypeId);
      audit.log(auditEvent('create', id));
      return connectorFrom(await store.create(id, { actionTypeId, name, config, secrets }));
    },
    async get({ id }: { id: string }) {
      audited('get', id);
      const fixed = inMemory(id);
      if (fixed) return preconfiguredFrom(id, fixed);
      return connectorFrom(store.get(id));
    },
    async getAll() {
      audited('get', undefined);
      return [
        ...store.all().map(connectorFrom),
        ...Object.entries(preconfigured).map(([id, fixed]) => preconfiguredFrom(id, fixed)),
      ]
        .sort((one, other) => one.name.localeCompare(other.name))
        .map((connector) => ({ ...connector, referencedByCount: references[connector.id] ?? 0 }));
    },
    async update({
      id,
      action,
    }: {
      id: string;
      action: Omit<NewConnector['action'], 'actionTypeId'>;
    }) {
      try {
        ensureAuthorized('update');
      } catch (error) {
        audit.log(auditEvent('update', id, error));
        throw error;
      }
      ensureModifiable(id, 'update');
      const { actionTypeId } = store.get(id).attributes;
      const config = types.validateConfig(action.config);
      const secrets = types.validateSecrets(action.secrets);
      types.ensureEnabled(actionTypeId);
      audit.log(auditEvent('update', id));
      const { name } = action;
      return connectorFrom(await store.update(id, { actionTypeId, name, config, secrets }));
    },
    async delete({ id }: { id: string }) {
      audited('delete', id);
      ensureModifiable(id, 'delete');
      store.delete(id);
      return {};
    },
    async execute({ actionId, params }: { actionId: string; params: unknown }) {
      const known = store.all().some(({ id }) => id === actionId);
      const fixed = inMemory(actionId);
      ensureAuthorized('execute', known || fixed ? genAi : undefined);
      if (fixed) return executeConnector({ ...fixed, id: actionId }, params, types, request);
      const { id, attributes } = store.get(actionId);
      const secrets = await store.secretsOf(actionId);
      return executeConnector({ ...attributes, id, secrets }, params, types, request);
    },
  };

  function ensureCreatable(id: string, actionTypeId: string) {
    try {
      ensureAuthorized('create', actionTypeId);
    } catch (error) {
      audit.log(auditEvent('create', id, error));
      throw error;
    }
  }
}
export type ActionsClient = ReturnType<typeof createActionsClient>;

/** An error without a status, which Kibana's routes convert to 400. */
class UnchangeableError extends Error {
  readonly reason = 'preconfigured';
}

const verbs = {
  create: ['creating', 'creation'],
  get: ['accessing', 'access'],
  update: ['updating', 'change'],
  delete: ['deleting', 'deletion'],
  execute: ['executing', 'execution'],
} as const;

function auditEvent(operation: Operation, id: string | undefined, error?: unknown): AuditEvent {
  const what = id === undefined ? 'a connector' : `connector [id=${id}]`;
  const failed = error instanceof Error;
  const writes = operation !== 'get' && operation !== 'execute';
  const event = {
    message: failed
      ? `Failed attempt to ${operation === 'get' ? 'access' : operation} ${what}`
      : `User ${writes ? 'is' : 'has'} ${writes ? verbs[operation][0] : 'accessed'} ${what}`,
    event: {
      action: `connector_${operation}`,
      category: ['database'],
      type: [writes ? verbs[operation][1] : 'access'],
      outcome: failed ? ('failure' as const) : writes ? ('unknown' as const) : ('success' as const),
    },
    ...(failed && { error: { code: error.name, message: error.message } }),
    kibana: { ...(id !== undefined && { saved_object: { type: 'action', id } }) },
  };
  return event;
}
