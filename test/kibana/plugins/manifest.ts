import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { coerce } from 'semver';
import * as v from 'valibot';
import { explain, object } from '../../shapes';
import { entriesOf } from '../config/unknown_values';

export interface Manifest {
  id: string;
  version: string;
  configPath: string;
  requiredPlugins: string[];
  optionalPlugins: string[];
  server: boolean;
  ui: boolean;
  /** Folder of the plugin. */
  folder: string;
}

const names = v.array(v.string());
const entries = {
  id: v.pipe(v.string(), v.minLength(1)),
  version: v.pipe(v.string(), v.minLength(1)),
  kibanaVersion: v.optional(v.string()),
  owner: object({ name: v.pipe(v.string(), v.minLength(1)), githubTeam: v.optional(v.string()) }),
  type: v.optional(v.picklist(['standard', 'preboot']), 'standard'),
  server: v.optional(v.boolean(), false),
  ui: v.optional(v.boolean(), false),
  configPath: v.optional(v.union([v.string(), names])),
  requiredPlugins: v.optional(names, []),
  optionalPlugins: v.optional(names, []),
  requiredBundles: v.optional(names, []),
  runtimePluginDependencies: v.optional(names, []),
  extraPublicDirs: v.optional(names),
  enabledOnAnonymousPages: v.optional(v.boolean()),
  description: v.optional(v.string()),
  serviceFolders: v.optional(names),
};
const manifestSchema = object(entries);

/** Every folder under `plugins/` with a `kibana.json`. A manifest that Kibana would refuse is fatal. */
export function discoverPlugins(home: string, kibanaVersion: string): Manifest[] {
  const folder = path.join(home, 'plugins');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
    .filter((plugin) => existsSync(path.join(plugin, 'kibana.json')))
    .map((plugin) => readManifest(plugin, kibanaVersion));
}

function readManifest(folder: string, kibanaVersion: string): Manifest {
  const file = path.join(folder, 'kibana.json');
  const refuse = (why: string, kind = 'invalid-manifest') => new Error(`${why} (${kind}, ${file})`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error));
  }
  const result = v.safeParse(manifestSchema, content);
  if (!result.success) throw refuse(`Plugin manifest: ${explain(result.issues)}`);
  const manifest = result.output;
  const { id } = manifest;
  if (id.includes('.')) throw refuse('Plugin "id" must not include `.` characters.');
  if (!/^[a-z][a-zA-Z0-9]*$/.test(id)) {
    throw refuse(`Plugin "id" must be camelCase, but found: ${id}.`);
  }
  const expected = manifest.kibanaVersion || manifest.version;
  if (!isCompatible(expected, kibanaVersion)) {
    throw refuse(
      `Plugin "${id}" is only compatible with Kibana version "${expected}", but used Kibana version is "${kibanaVersion}".`,
      'incompatible-version',
    );
  }
  if (!manifest.server && !manifest.ui) {
    throw refuse(
      `Both "server" and "ui" are missing or set to "false" in plugin manifest for "${id}", but at least one of these must be set to "true".`,
    );
  }
  const unknown = entriesOf(content)
    .map(([key]) => key)
    .filter((key) => !(key in entries));
  if (unknown.length > 0) {
    throw refuse(
      `Manifest for plugin "${id}" contains the following unrecognized properties: ${unknown.join(',')}.`,
    );
  }
  return {
    ...manifest,
    configPath: [manifest.configPath ?? snakeCase(id)].flat().join('.'),
    folder,
  };
}

function isCompatible(expected: string, actual: string): boolean {
  if (expected === 'kibana') return true;
  const [a, b] = [coerce(expected), coerce(actual)];
  return a !== null && b !== null && a.compare(b) === 0;
}

const snakeCase = (id: string) => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
