import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { object } from '../../shapes';
import { readZip, type ZipEntry } from '../../../scripts/build/read_zip';

/** As the installer reads it: an `id`, and the version it is for, `kibanaVersion` or else its own. */
const manifestSchema = object({
  id: v.string(),
  version: v.string(),
  kibanaVersion: v.optional(v.string()),
});

interface ZippedPlugin {
  id: string;
  kibanaVersion: string;
  /** Folder in the archive. */
  prefix: string;
}

const parseManifest = ({ content }: ZipEntry) =>
  v.parse(manifestSchema, JSON.parse(content.toString('utf8')));

/** Every plugin that Kibana's installer would find in the archive, in its order. */
const listPlugins = (entries: ZipEntry[]): ZippedPlugin[] =>
  entries.flatMap((entry) => {
    const [, prefix] = /(kibana\/[^/]+)\/kibana\.json/i.exec(entry.name) ?? [];
    if (prefix === undefined) return [];
    const { id, version, kibanaVersion } = parseManifest(entry);
    return [{ id, kibanaVersion: kibanaVersion || version, prefix }];
  });

const readArchive = async (zip: string): Promise<ZipEntry[]> => {
  try {
    return await readZip(await readFile(zip));
  } catch (cause) {
    throw new Error('Error retrieving metadata from plugin archive', { cause });
  }
};

const firstPlugin = (entries: ZipEntry[]): ZippedPlugin => {
  const plugins = listPlugins(entries);
  const [first] = plugins;
  if (first === undefined) throw new Error('No kibana plugins found in archive');
  const misnamed = plugins.find(({ id }) => !/^[a-z]{1}([a-zA-Z0-9]{1,})$/.test(id));
  if (misnamed) {
    throw new Error(
      `Invalid plugin name [${misnamed.id}] in kibana.json, expected it to be valid camelCase`,
    );
  }
  return first;
};

const cleanVersion = (version: string) => /\d+\.\d+\.\d+/.exec(version)?.[0] ?? version;

/** The Kibana version that a plugin's zip is for. */
export const kibanaVersionOf = async (zip: string): Promise<string> =>
  cleanVersion(firstPlugin(await readArchive(zip)).kibanaVersion);

/** Below the prefix each file with the mode of its entry, whatever that is. */
const extract = async (entries: ZipEntry[], prefix: string, folder: string) => {
  for (const { name, mode, content } of entries) {
    if (!name.startsWith(prefix) || name.endsWith('/')) continue;
    const file = path.join(folder, name.slice(prefix.length));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    await chmod(file, mode & 0o7777);
  }
};

/**
 * `bin/kibana-plugin install file://<zip>` of this Kibana, by its installer's rules and in its words. Resolves to the
 * plugin's id; rejects, without leftovers, if that installer would refuse.
 */
export const installPlugin = async (options: {
  home: string;
  zip: string;
  /** Of this Kibana. */
  version: string;
}): Promise<string> => {
  const entries = await readArchive(options.zip);
  const { id, kibanaVersion, prefix } = firstPlugin(entries);
  const plugins = path.join(options.home, 'plugins');
  await mkdir(plugins, { recursive: true });
  const working = await mkdtemp(path.join(options.home, '.plugin.installing-'));
  try {
    await extract(entries, prefix, working);
    if (existsSync(path.join(plugins, id))) {
      throw new Error(`Plugin ${id} already exists, please remove before installing a new version`);
    }
    const [actual, expected] = [kibanaVersion, options.version].map(cleanVersion);
    if (actual !== expected) {
      throw new Error(`Plugin ${id} [${actual}] is incompatible with Kibana [${expected}]`);
    }
    await chmod(working, 0o755);
    await rename(working, path.join(plugins, id));
    return id;
  } finally {
    await rm(working, { recursive: true, force: true });
  }
};
