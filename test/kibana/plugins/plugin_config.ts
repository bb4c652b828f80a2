import { nestedUnder } from '../config/settings';
import { fieldOf } from '../config/unknown_values';
import type { Manifest } from './manifest';

interface PluginConfig {
  enabled: boolean;
  values: unknown;
}

/** Validates the plugin's settings by its own schema; throws Kibana's fatal message. */
export function readPluginConfig(
  manifest: Manifest,
  descriptor: unknown,
  settings: Record<string, unknown>,
): PluginConfig {
  const { configPath } = manifest;
  const given = nestedUnder(settings, configPath);
  if (fieldOf(given, 'enabled') === false) return { enabled: false, values: {} };
  const schema = fieldOf(descriptor, 'schema');
  if (schema === undefined) return { enabled: true, values: {} };
  const validate = fieldOf(schema, 'validate');
  if (fieldOf(schema, '__isKbnConfigSchemaType') !== true || typeof validate !== 'function') {
    throw new Error('Configuration schema expected to be an instance of Type');
  }
  const namespace = `config validation of [${configPath}]`;
  const values: unknown = Reflect.apply(validate, schema, [given, {}, namespace]);
  return { enabled: fieldOf(values, 'enabled') !== false, values };
}

/** Unknown keys are fatal. */
export function refuseUnknownSettings(settings: Record<string, unknown>, claimed: string[]): void {
  const unknown = Object.keys(settings).filter(
    (key) => !claimed.some((path) => key === path || key.startsWith(`${path}.`)),
  );
  if (unknown.length === 0) return;
  throw new Error(
    `Unknown configuration key(s): ${unknown.map((key) => `"${key}"`).join(', ')}. Check for spelling errors and ensure that expected plugins are installed.`,
  );
}
