import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildPlugin, writeManifest, type BuiltPlugin } from './build_plugin';
import { supportedMinor } from '../kibana_version';
import { zipFolder } from './zip';

interface BuiltZip {
  file: string;
  kibanaVersion: string;
  bytes: number;
}

/**
 * Builds the plugin once and packs `<id>-<version>.zip` for each Kibana version into `outDir`, which is emptied first
 * to remove outdated zips. Throws for an unsupported version before that.
 */
export const buildZips = async (options: {
  kibanaVersions: string[];
  outDir: string;
}): Promise<{ zips: BuiltZip[]; sizes: BuiltPlugin['sizes'] }> => {
  const kibanaVersions = [...new Set(options.kibanaVersions)];
  kibanaVersions.forEach(supportedMinor);
  const [first] = kibanaVersions;
  if (first === undefined) throw new Error('No Kibana version is named.');
  await rm(options.outDir, { recursive: true, force: true });
  await mkdir(options.outDir, { recursive: true });
  const dir = await mkdtemp(path.join(os.tmpdir(), 'azure-openai-setup-build-'));
  try {
    const { manifest, sizes } = await buildPlugin({ kibanaVersion: first, outDir: dir });
    const zips: BuiltZip[] = [];
    for (const kibanaVersion of kibanaVersions) {
      const file = path.join(options.outDir, `${manifest.id}-${kibanaVersion}.zip`);
      await writeManifest(dir, { ...manifest, kibanaVersion });
      await zipFolder(dir, `kibana/${manifest.id}`, file);
      zips.push({ file, kibanaVersion, bytes: (await stat(file)).size });
    }
    return { zips, sizes };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
};
