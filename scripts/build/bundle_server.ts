import path from 'node:path';
import { build, type Metafile } from 'esbuild';
import { projectRoot } from '../paths';

/** Writes `server/index.js`: one CommonJS file that bundles everything except Kibana's modules. */
export const bundleServer = async (options: {
  serverDir: string;
  outDir: string;
}): Promise<{ metafile: Metafile; size: number }> => {
  const outfile = path.join(options.outDir, 'index.js');
  const { metafile } = await build({
    entryPoints: [path.join(options.serverDir, 'index')],
    absWorkingDir: projectRoot,
    outfile,
    bundle: true,
    metafile: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // ES modules first: unused parts of a CommonJS package cannot be left out.
    mainFields: ['module', 'main'],
    minify: true,
    // Error names and class names are part of logs and of the SDK's own decisions.
    keepNames: true,
    external: ['@kbn/*'],
    // A native import() in CommonJS would be resolved by other rules than Kibana's require.
    supported: { 'dynamic-import': false },
    legalComments: 'none',
    logOverride: { 'empty-import-meta': 'silent' },
    tsconfigRaw: {},
  });
  const size = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  return { metafile, size };
};
