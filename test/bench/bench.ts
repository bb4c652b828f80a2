import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildPlugin } from '../../scripts/build/build_plugin';
import { limits } from '../../scripts/build/bundle_browser';
import { buildZips } from '../../scripts/build/build_zips';
import { defaultKibanaVersion, latestPatches } from '../../scripts/kibana_version';
import { measureOffers, measureReads, measureRun } from './measure_setup';
import { measureRecovery } from './measure_recovery';
import { measureRequire } from './measure_require';

/** `npm run build -- --all-supported`. */
async function measureZips(outDir: string) {
  const startedAt = Date.now();
  const { zips } = await buildZips({ kibanaVersions: Object.values(latestPatches), outDir });
  return {
    count: zips.length,
    seconds: (Date.now() - startedAt) / 1000,
    largestBytes: Math.max(...zips.map(({ bytes }) => bytes)),
  };
}

/** Builds the plugin, sets up against a simulated Azure of realistic speed, and prints what it took. */
async function main() {
  const dir = await mkdtemp(path.join(tmpdir(), 'azure-openai-setup-bench-'));
  try {
    const plugin = path.join(dir, 'azureOpenaiSetup');
    const { sizes } = await buildPlugin({ kibanaVersion: defaultKibanaVersion, outDir: plugin });
    const zips = await measureZips(path.join(dir, 'zips'));
    const server = await measureRequire(path.join(plugin, 'server'));
    const reads = await measureReads();
    const offers = await measureOffers();
    const run = await measureRun();
    const recovery = await measureRecovery();
    const serverBytes = (await stat(path.join(plugin, 'server/index.js'))).size;
    const document = {
      at: new Date().toISOString(),
      node: process.version,
      sizes: {
        browserEntry: sizes.entry,
        browserPage: sizes.page,
        browserPageBrotli: sizes.pageBrotli,
        browserOnDemand: sizes.onDemand,
        browserLazy: sizes.lazy,
        server: serverBytes,
      },
      zips,
      server,
      reads,
      offers,
      run,
      recovery,
      within: {
        'run at most 1.15 times the critical path': run.ratio <= 1.15,
        'recovery at most 1.1 times what Task Manager needs': recovery.ratio <= 1.1,
        'plan within 8 round trips': reads.plan.roundTrips <= 8,
        'offers of 30 regions within 2 s': offers.regions === 30 && offers.cold.ms < 2_000,
        'browser entry at most 10 kB': sizes.entry <= limits.entry,
        [`browser page at most ${limits.page / 1_000} kB`]: sizes.page <= limits.page,
        'browser page at most 60 kB in brotli': sizes.pageBrotli <= limits.pageBrotli,
        [`browser scripts that come later at most ${limits.onDemand / 1_000} kB`]:
          sizes.onDemand <= limits.onDemand,
        'server required in 400 ms': server.requireMs <= 400,
        'all zips built in 60 s': zips.seconds <= 60,
        'zip at most 3 MB': zips.largestBytes <= 3 * 1024 * 1024,
      },
    };
    console.log(JSON.stringify(document, null, 2));
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
