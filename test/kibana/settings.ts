import * as z from 'zod';
import { durationMs } from './durations';
import { isRecord } from './unknown_values';

const duration = z.union([z.number(), z.string()]).transform(durationMs);
const role = z.strictObject({
  /** Feature id to privilege. */
  features: z.record(z.string(), z.enum(['all', 'read'])),
  /** Space ids, or `*`. */
  spaces: z.array(z.string()).default(['*']),
});
const user = z.strictObject({
  username: z.string(),
  password: z.string(),
  full_name: z.string().optional(),
  roles: z.array(z.string()),
});

/** The settings of Kibana that this host knows, as flat `kibana.yml` keys, and its own under `host.`. */
const knownSettings = z.object({
  'server.basePath': z
    .string()
    .regex(/^\/.*[^/]$/)
    .optional(),
  'server.rewriteBasePath': z.boolean().default(false),
  'server.publicBaseUrl': z.string().optional(),
  'server.maxPayload': z.number().default(1_048_576),
  'server.restrictInternalApis': z.boolean().default(true),
  'server.name': z.string().default('kibana'),
  'i18n.locale': z.string().default('en'),
  'csp.disableUnsafeEval': z.boolean().default(true),
  /** Kibana then refuses browsers without such policies; the host serves every page with them. */
  'csp.strict': z.boolean().default(true),
  'logging.root.level': z
    .enum(['off', 'fatal', 'error', 'warn', 'info', 'debug', 'all'])
    .default('info'),
  'logging.loggers': z.array(z.object({ name: z.string(), level: z.string() })).default([]),
  'xpack.encryptedSavedObjects.encryptionKey': z.string().min(32).optional(),
  'xpack.security.audit.enabled': z.boolean().default(true),
  'xpack.security.authc.api_key.enabled': z.boolean().default(true),
  'xpack.actions.allowedHosts': z.array(z.string()).default(['*']),
  'xpack.actions.enabledActionTypes': z.array(z.string()).default(['*']),
  'xpack.actions.proxyUrl': z.string().optional(),
  'xpack.actions.proxyHeaders': z.record(z.string(), z.string()).optional(),
  'xpack.actions.proxyBypassHosts': z.array(z.string()).optional(),
  'xpack.actions.proxyOnlyHosts': z.array(z.string()).optional(),
  'xpack.actions.ssl.verificationMode': z.enum(['none', 'certificate', 'full']).default('full'),
  'xpack.actions.ssl.proxyVerificationMode': z
    .enum(['none', 'certificate', 'full'])
    .default('full'),
  'xpack.actions.responseTimeout': duration.default(60_000),
  'xpack.task_manager.poll_interval': z.number().min(100).default(500),
  'xpack.task_manager.capacity': z.number().min(5).max(50).default(10),
  'xpack.task_manager.max_attempts': z.number().min(1).default(3),
  'uiSettings.overrides': z.record(z.string(), z.unknown()).default({}),
  /** Whose navigation the spaces have. */
  'host.solution': z.enum(['classic', 'es', 'oblt', 'security']).default('classic'),
  /** basic, standard, gold, platinum, enterprise or trial. */
  'host.license': z
    .enum(['basic', 'standard', 'gold', 'platinum', 'enterprise', 'trial'])
    .default('trial'),
  'host.users': z.array(user).default([]),
  'host.roles': z.record(z.string(), role).default({}),
  /** More of what the page is told: under each name, what that part of the browser reads. */
  'host.browserConfig': z.record(z.string(), z.unknown()).default({}),
  /** Ids of Kibana's own plugins that this Kibana does without. */
  'host.absentPlugins': z.array(z.string()).default([]),
  /** How the page gets its scripts; by default as this version of Kibana does. */
  'host.loader': z.enum(['webpack', 'rspack']).optional(),
  'host.spaces': z.array(z.string()).default(['default', 'marketing', 'security']),
  /** Poll interval of a node with little to do; Kibana's is fixed. */
  'host.lowUtilizationPollInterval': z.number().default(3_000),
  /** Factor on every time-out and retry delay of Task Manager, so that a test need not wait minutes. */
  'host.taskTimeScale': z.number().positive().max(1).default(1),
  /** Rules of Task Manager, by default those of the minor that is played: see `tasks/task_rules.ts`. */
  'host.tasks.stateUpdateBaresKey': z.boolean().optional(),
  'host.tasks.lateResult': z.enum(['lost', 'merged']).optional(),
  'host.tasks.spaceIsLost': z.boolean().optional(),
  'host.tasks.keyRemovalDelay': duration.optional(),
  'host.tasks.ticksWithWrongKey': z.number().default(0),
});
export type Settings = z.output<typeof knownSettings>;

export interface SettingsWithRest {
  settings: Settings;
  /** Keys nobody here knows: a plugin's, or a mistake. */
  rest: Record<string, unknown>;
}

export function readSettings(flat: Record<string, unknown>): SettingsWithRest {
  const known = new Set(Object.keys(knownSettings.shape));
  const entries = Object.entries(flat).filter(([, value]) => value !== undefined);
  const result = knownSettings.safeParse(
    Object.fromEntries(entries.filter(([key]) => known.has(key))),
  );
  if (!result.success) throw new Error(`[config validation]: ${z.prettifyError(result.error)}`);
  return {
    settings: result.data,
    rest: Object.fromEntries(entries.filter(([key]) => !known.has(key))),
  };
}

/** What stands in the flat settings under a path, as a nested object; `undefined` when nothing does. */
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
