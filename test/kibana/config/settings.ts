import * as v from 'valibot';
import { explain, finite, object, record, strictObject } from '../../shapes';
import { durationMs } from './durations';
import { knownClusterPrivileges } from './cluster_privileges';
import { isRecord } from './unknown_values';

const duration = v.pipe(v.union([finite, v.string()]), v.transform(durationMs));
const role = strictObject({
  /** Feature id to privilege. */
  features: record(v.picklist(['all', 'read'])),
  /** Space ids, or `*`. */
  spaces: v.optional(v.array(v.string()), ['*']),
  /** Privileges of the Elasticsearch cluster. */
  cluster: v.optional(v.array(v.picklist(knownClusterPrivileges)), []),
});
const user = strictObject({
  username: v.string(),
  password: v.string(),
  full_name: v.optional(v.string()),
  roles: v.array(v.string()),
});

const preconfigured = strictObject({
  actionTypeId: v.string(),
  name: v.string(),
  config: v.optional(record(v.unknown()), {}),
  secrets: v.optional(record(v.unknown()), {}),
  /** True if people can read the config. */
  exposeConfig: v.optional(v.boolean(), false),
});
export type Preconfigured = v.InferOutput<typeof preconfigured>;

/** The settings of Kibana that this host knows, as flat `kibana.yml` keys, and its own under `host.`. */
const entries = {
  'server.basePath': v.optional(v.pipe(v.string(), v.regex(/^\/.*[^/]$/))),
  'server.rewriteBasePath': v.optional(v.boolean(), false),
  'i18n.locale': v.optional(v.string(), 'en'),
  'logging.root.level': v.optional(
    v.picklist(['off', 'fatal', 'error', 'warn', 'info', 'debug', 'all']),
    'info',
  ),
  'logging.loggers': v.optional(v.array(object({ name: v.string(), level: v.string() })), []),
  'xpack.encryptedSavedObjects.encryptionKey': v.optional(v.pipe(v.string(), v.minLength(32))),
  'xpack.security.audit.enabled': v.optional(v.boolean(), true),
  'xpack.security.authc.api_key.enabled': v.optional(v.boolean(), true),
  'xpack.actions.allowedHosts': v.optional(v.array(v.string()), ['*']),
  'xpack.actions.enabledActionTypes': v.optional(v.array(v.string()), ['*']),
  'xpack.actions.preconfigured': v.optional(record(preconfigured), {}),
  'xpack.actions.proxyUrl': v.optional(v.string()),
  'xpack.actions.proxyHeaders': v.optional(record(v.string())),
  'xpack.actions.proxyBypassHosts': v.optional(v.array(v.string())),
  'xpack.actions.proxyOnlyHosts': v.optional(v.array(v.string())),
  'xpack.actions.ssl.verificationMode': v.optional(
    v.picklist(['none', 'certificate', 'full']),
    'full',
  ),
  'xpack.actions.ssl.proxyVerificationMode': v.optional(
    v.picklist(['none', 'certificate', 'full']),
    'full',
  ),
  'xpack.actions.responseTimeout': v.optional(duration, 60_000),
  'xpack.task_manager.poll_interval': v.optional(v.pipe(finite, v.minValue(100)), 500),
  'uiSettings.overrides': v.optional(record(v.unknown()), {}),
  /** Feature settings of AI models: the connectors that each feature is limited to, by the feature's id. */
  'host.featureModels': v.optional(record(v.array(v.string())), {}),
  /** Number of saved objects that refer to a connector, in all spaces, by the connector's id. */
  'host.references': v.optional(record(finite), {}),
  /** basic, standard, gold, platinum, enterprise or trial. */
  'host.license': v.optional(
    v.picklist(['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial']),
    'trial',
  ),
  'host.users': v.optional(v.array(user), []),
  'host.roles': v.optional(record(role), {}),
  /** Ids of Kibana's plugins that are missing. */
  'host.absentPlugins': v.optional(v.array(v.string()), []),
  /** How the page gets its scripts; by default as this version of Kibana does. */
  'host.loader': v.optional(v.picklist(['webpack', 'rspack'])),
  'host.spaces': v.optional(v.array(v.string()), ['default', 'marketing', 'security']),
  /**
   * The URL of a forward proxy that stands for the network of the Elasticsearch nodes, which have no proxy setting.
   * Without it, the nodes cannot reach Azure.
   */
  'host.elasticsearch.network': v.optional(v.string()),
  /** How Kibana calls an endpoint, by default as in the emulated version: see `inference/adapter_rules.ts`. */
  'host.inference.adapter': v.optional(v.picklist(['zero_temperature', 'no_reasoning', 'plain'])),
  /** Poll interval of a node with little to do; Kibana's is fixed. */
  'host.lowUtilizationPollInterval': v.optional(finite, 3_000),
  /** Factor on every timeout and retry delay of Task Manager, for faster tests. */
  'host.taskTimeScale': v.optional(v.pipe(finite, v.gtValue(0), v.maxValue(1)), 1),
  /** Factor on the pauses of a task while it runs: its timers of up to 2 s. */
  'host.tasks.pauseScale': v.optional(v.pipe(finite, v.gtValue(0), v.maxValue(1)), 1),
  /** Milliseconds until a search for tasks sees a write; Elasticsearch's default is a second. */
  'host.tasks.refreshInterval': v.optional(v.pipe(finite, v.minValue(50)), 1_000),
  /** Rules of Task Manager, by default those of the emulated minor: see `tasks/task_rules.ts`. */
  'host.tasks.spaceIsLost': v.optional(v.boolean()),
  'host.tasks.keyRemovalDelay': v.optional(duration),
  'host.tasks.ticksWithWrongKey': v.optional(finite, 0),
};
const knownSettings = object(entries);
export type Settings = v.InferOutput<typeof knownSettings>;

export interface SettingsWithRest {
  settings: Settings;
  /** Unknown keys: settings of a plugin, or mistakes. */
  rest: Record<string, unknown>;
}

export function readSettings(flat: Record<string, unknown>): SettingsWithRest {
  const known = new Set(Object.keys(entries));
  const given = Object.entries(flat).filter(([, value]) => value !== undefined);
  const result = v.safeParse(
    knownSettings,
    Object.fromEntries(given.filter(([key]) => known.has(key))),
  );
  if (!result.success) throw new Error(`[config validation]: ${explain(result.issues)}`);
  return {
    settings: result.output,
    rest: Object.fromEntries(given.filter(([key]) => !known.has(key))),
  };
}

/** The flat settings under a path as a nested object; `undefined` if there are none. */
export function nestedUnder(flat: Record<string, unknown>, path: string): unknown {
  const root: Record<string, unknown> = {};
  let found = false;
  for (const [key, value] of Object.entries(flat)) {
    if (key === path) return value;
    if (!key.startsWith(`${path}.`)) continue;
    found = true;
    setDeep(root, key.slice(path.length + 1).split('.'), value);
  }
  return found ? root : undefined;
}

function setDeep(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown) {
  if (key === undefined) return;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const existing = target[key];
  const child = isRecord(existing) ? existing : {};
  target[key] = child;
  setDeep(child, rest, value);
}
