import { readFile } from 'node:fs/promises';
import { parse } from 'jsonc-parser';
import * as z from 'zod/mini';
import { supportedMinor } from './kibana_version';
import { inProject } from './paths';

const names = z.array(z.string().check(z.minLength(1)));

/** The parts of `kibana.jsonc` that mean something to Kibana at run time. */
const sourceSchema = z.object({
  owner: names,
  description: z.string(),
  plugin: z.strictObject({
    id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]+$/)),
    server: z.boolean(),
    browser: z.boolean(),
    configPath: z.string(),
    requiredPlugins: names,
    optionalPlugins: names,
  }),
});

const packageSchema = z.object({ version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/)) });

/** `kibana.json`. Kibana refuses to start on any key that it does not know. */
export interface Manifest {
  id: string;
  version: string;
  kibanaVersion: string;
  owner: { name: string };
  type: 'standard';
  server: boolean;
  ui: boolean;
  configPath: string;
  requiredPlugins: string[];
  optionalPlugins: string[];
  requiredBundles: string[];
  description: string;
}

/** Every key that Kibana takes in `kibana.json`. */
export const knownKeys: readonly string[] = [
  ...['id', 'version', 'kibanaVersion', 'owner', 'type', 'server', 'ui', 'configPath'],
  ...['requiredPlugins', 'optionalPlugins', 'requiredBundles', 'runtimePluginDependencies'],
  ...['extraPublicDirs', 'enabledOnAnonymousPages', 'description', 'serviceFolders'],
];

const read = (file: string) => readFile(inProject(file), 'utf8');

/**
 * A zip fits exactly one Kibana version, because installer and server both compare `x.y.z`. Throws for a version that the
 * plugin does not support.
 */
export const createManifest = async (kibanaVersion: string): Promise<Manifest> => {
  supportedMinor(kibanaVersion);
  const { owner, description, plugin } = sourceSchema.parse(parse(await read('kibana.jsonc')));
  const { version } = packageSchema.parse(JSON.parse(await read('package.json')));
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
