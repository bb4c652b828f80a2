import { builtZip } from '../scripts/cached_build';
import { defaultKibanaVersion } from '../scripts/kibana_version';
import { findBrowser, howToGetBrowser } from './e2e/browser';
import { builtBrowser } from './kibana';

/** Builds once what many tests share, so that they find it in the cache. */
const main = async () => {
  console.log((await findBrowser())?.executablePath ?? howToGetBrowser());
  await Promise.all([builtZip(), builtBrowser(defaultKibanaVersion)]);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
