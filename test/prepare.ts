import { builtZip } from '../scripts/build/cached_build';
import { defaultKibanaVersion } from '../scripts/kibana_version';
import { findBrowser, howToGetBrowser } from './e2e/support/browser';
import { builtBrowser } from './kibana';

/** Fills the build cache for the tests. */
const main = async () => {
  console.log((await findBrowser())?.executablePath ?? howToGetBrowser());
  await Promise.all([builtZip(), builtBrowser(defaultKibanaVersion)]);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
