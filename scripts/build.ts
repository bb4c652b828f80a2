import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildPlugin } from './build_plugin';
import { defaultKibanaVersion } from './kibana_version';
import { inProject } from './paths';
import { zipFolder } from './zip';

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;

const main = async () => {
  const { values } = parseArgs({
    options: { 'kibana-version': { type: 'string', default: defaultKibanaVersion } },
  });
  const kibanaVersion = values['kibana-version'];
  const outDir = inProject('build/kibana/azureOpenaiSetup');
  const { manifest, sizes } = await buildPlugin({ kibanaVersion, outDir });
  const zip = inProject('build', `${manifest.id}-${kibanaVersion}.zip`);
  await zipFolder(outDir, `kibana/${manifest.id}`, zip);
  console.log(`Every page of Kibana: ${kB(sizes.entry)}; the page itself: ${kB(sizes.lazy)}`);
  console.log(`Server: ${kB(sizes.server)}`);
  console.log(`bin/kibana-plugin install file://${path.resolve(zip)}`);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
