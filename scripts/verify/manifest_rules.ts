import * as v from 'valibot';
import { supportedMinor } from '../kibana_version';
import { manifestSchema } from '../build/manifest';
import { pluginId, textOf, type ZipRule } from './plugin_zip';

/** The installer parses every `kibana/<dir>/kibana.json` that it finds and installs the first. */
export const oneManifest: ZipRule = ({ entries }) => {
  const found = entries.filter(({ name }) => /kibana\/[^/]+\/kibana\.json/i.test(name));
  return found.length === 1 ? [] : [`${found.length} entries look like a manifest, not one`];
};

/** Only keys that Kibana knows, and one exact version that the plugin supports, the same as in the name of the zip. */
export const manifest: ZipRule = (zip) => {
  const { success, output, issues } = v.safeParse(
    manifestSchema,
    JSON.parse(textOf(zip, 'kibana.json')),
  );
  if (!success) return [v.summarize(issues)];
  supportedMinor(output.kibanaVersion);
  const [, named = output.kibanaVersion] = /-(\d+\.\d+\.\d+)\.zip$/.exec(zip.fileName) ?? [];
  return [
    ...(output.id === pluginId ? [] : [`it is the plugin ${output.id}`]),
    ...(named === output.kibanaVersion ? [] : [`it is for Kibana ${output.kibanaVersion}`]),
  ];
};
