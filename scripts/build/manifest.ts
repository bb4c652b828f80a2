import { readFile } from 'node:fs/promises';
import { parse } from 'jsonc-parser';
import * as v from 'valibot';
import { supportedMinor } from '../kibana_version';
import { inProject } from '../paths';

const text = v.pipe(v.string(), v.minLength(1));
const names = v.array(text);

/** The parts of `kibana.jsonc` that mean something to Kibana at run time. */
const sourceSchema = v.object({
  owner: names,
  description: v.string(),
  plugin: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z][a-zA-Z0-9]+$/)),
    server: v.literal(true),
    browser: v.literal(true),
    configPath: text,
    requiredPlugins: names,
    optionalPlugins: names,
  }),
});

const packageSchema = v.object({ version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)) });

/** `kibana.json`, with known keys only, because Kibana does not start with others. */
export const manifestSchema = v.strictObject({
  id: text,
  version: text,
  kibanaVersion: text,
  owner: v.object({ name: text }),
  type: v.literal('standard'),
  server: v.literal(true),
  ui: v.literal(true),
  configPath: text,
  requiredPlugins: names,
  optionalPlugins: names,
  requiredBundles: names,
  runtimePluginDependencies: v.optional(names),
  extraPublicDirs: v.optional(names),
  enabledOnAnonymousPages: v.optional(v.boolean()),
  description: v.string(),
  serviceFolders: v.optional(names),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;

const read = (file: string) => readFile(inProject(file), 'utf8');

/**
 * A zip fits exactly one Kibana version, because installer and server both compare `x.y.z`. Throws for a version that
 * the plugin does not support.
 */
export const createManifest = async (kibanaVersion: string): Promise<Manifest> => {
  supportedMinor(kibanaVersion);
  const { owner, description, plugin } = v.parse(sourceSchema, parse(await read('kibana.jsonc')));
  const { version } = v.parse(packageSchema, JSON.parse(await read('package.json')));
  return {
    id: plugin.id,
    version,
    kibanaVersion,
    owner: { name: owner.join(' & ') },
    type: 'standard',
    server: plugin.server,
    ui: plugin.browser,
    configPath: plugin.configPath,
    requiredPlugins: plugin.requiredPlugins,
    optionalPlugins: plugin.optionalPlugins,
    requiredBundles: [],
    description,
  };
};
