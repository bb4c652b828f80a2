import { parseArgs } from 'node:util';
import { buildZips } from './build/build_zips';
import { latestPatches } from './kibana_version';
import { inProject } from './paths';
import { runMain } from './run_main';

const kB = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;

/** `--kibana-version x.y.z`, any number of times; with none, or with `--all-supported`, the latest patch of each minor. */
const requestedVersions = (): string[] => {
  const { values } = parseArgs({
    options: {
      'kibana-version': { type: 'string', multiple: true, default: [] },
      'all-supported': { type: 'boolean', default: false },
    },
  });
  const named = values['kibana-version'];
  const all = values['all-supported'] || named.length === 0;
  return [...named, ...(all ? Object.values(latestPatches) : [])];
};

const main = async () => {
  const { zips, sizes } = await buildZips({
    kibanaVersions: requestedVersions(),
    outDir: inProject('build'),
  });
  console.log(`Every page of Kibana: ${kB(sizes.entry)}`);
  console.log(`The page itself: ${kB(sizes.page)}, compressed ${kB(sizes.pageBrotli)}`);
  console.log(`Parts of the page that come later: ${kB(sizes.onDemand)}`);
  console.log(`Server: ${kB(sizes.server)}`);
  for (const { file, bytes } of zips) {
    console.log(`bin/kibana-plugin install file://${file}    (${kB(bytes)})`);
  }
};

runMain(main);
