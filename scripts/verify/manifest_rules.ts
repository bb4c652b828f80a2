import * as z from 'zod/mini';
import { supportedMinor } from '../kibana_version';
import { knownKeys } from '../manifest';
import { findEntry, pluginId, textOf, type PluginZip, type ZipRule } from './plugin_zip';

const manifestShape = z.object({
  id: z.string(),
  version: z.string(),
  kibanaVersion: z.string(),
  owner: z.object({ name: z.string().check(z.minLength(1)) }),
  type: z.literal('standard'),
  server: z.literal(true),
  ui: z.literal(true),
  configPath: z.literal('azure_openai_setup'),
});

const read = (zip: PluginZip) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(textOf(zip, 'kibana.json')));

/** The installer parses every `kibana/<dir>/kibana.json` that it finds and installs the first. */
export const oneManifest: ZipRule = {
  name: 'one manifest',
  problems: ({ entries }) => {
    const found = entries.filter(({ name }) => /kibana\/[^/]+\/kibana\.json/i.test(name));
    return found.length === 1 ? [] : [`${found.length} entries look like a manifest, not one`];
  },
};

/** Kibana does not start with a key that it does not know. */
export const manifestKeys: ZipRule = {
  name: 'manifest keys',
  problems: (zip) => {
    const manifest = read(zip);
    const parsed = manifestShape.safeParse(manifest);
    const unknown = Object.keys(manifest).filter((key) => !knownKeys.includes(key));
    return [
      ...unknown.map((key) => `Kibana does not know "${key}"`),
      ...(parsed.success ? [] : [z.prettifyError(parsed.error)]),
      ...(parsed.data?.id === undefined || parsed.data.id === pluginId ? [] : ['another plugin']),
    ];
  },
};

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** One exact version that the plugin supports, the same as in the name of the file. */
export const kibanaVersion: ZipRule = {
  name: 'Kibana version',
  problems: (zip) => {
    const version = String(read(zip)['kibanaVersion']);
    try {
      supportedMinor(version);
    } catch (error) {
      return [messageOf(error)];
    }
    const [, named] = /-(\d+\.\d+\.\d+)\.zip$/.exec(zip.fileName) ?? [];
    return named === undefined || named === version
      ? []
      : [`${zip.fileName} is for Kibana ${version}`];
  },
};

/** What its terms ask to go along. */
export const licenses: ZipRule = {
  name: 'licenses',
  problems: (zip) =>
    ['LICENSE.txt', 'NOTICE.txt']
      .filter((file) => (findEntry(zip, file)?.content.length ?? 0) < 1_000)
      .map((file) => `${file} is missing or almost empty`),
};
