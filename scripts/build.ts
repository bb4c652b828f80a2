import { parseArgs } from 'node:util';
import { buildZips } from './build_zips';
import { latestPatches } from './kibana_version';
import { inProject } from './paths';

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;

/** `--kibana-version x.y.z`, any number of times; with none, or with `--all-supported`, the latest patch of each minor. */
const askedVersions = (): string[] => {
  const { values } = parseArgs({
    options: {
      'kibana-version': { type: 'string', multiple: true, default: [] },
      'all-supported': { type: 'boolean', default: false },
    },
  });
  const asked = values['kibana-version'];
  const all = values['all-supported'] || asked.length === 0;
  return [...asked, ...(all ? Object.values(latestPatches) : [])];
};

const main = async () => {
  const { zips, sizes } = await buildZips({
    kibanaVersions: askedVersions(),
    outDir: inProject('build'),
  });
  console.log(`Every page of Kibana: ${kB(sizes.entry)}; the page itself: ${kB(sizes.page)}`);
  console.log(`Parts of the page that come later: ${kB(sizes.onDemand)}`);
  console.log(`Server: ${kB(sizes.server)}`);
  for (const { file, bytes } of zips) {
    console.log(`bin/kibana-plugin install file://${file}    (${kB(bytes)})`);
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
