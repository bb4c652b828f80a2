import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { cachedBuild } from '../../../scripts/cached_build';
import { inProject, projectRoot } from '../../../scripts/paths';
import { sharedJsx, useSharedDeps } from '../../../scripts/shared_deps';

const core = (file: string) => inProject('test/kibana/browser/core', file);

/** The EUI that this Kibana has: `KIBANA_EUI` names the folder of another one, installed with what it needs. */
const eui = process.env['KIBANA_EUI'] ?? inProject('node_modules/@elastic/eui');

/** Kibana's own alias; and the i18n packages, which exist here only as two files. */
const aliases: Record<string, string> = {
  '@elastic/eui': path.join(eui, 'optimize/es/index.js'),
  '@kbn/i18n': inProject('test/kibana/browser/i18n.ts'),
  '@kbn/i18n-react': inProject('test/kibana/browser/i18n_react.ts'),
};

const useAliases: Plugin = {
  name: 'aliases',
  setup: (bundler) => {
    bundler.onResolve({ filter: /^@(elastic|kbn)\/[^/]+$/ }, ({ path }) =>
      path in aliases ? { path: aliases[path] } : undefined,
    );
  },
};

/** Up to about version 108 EUI names an icon's file without the ending, which only webpack adds. */
const useIconFiles: Plugin = {
  name: 'icon-files',
  setup: (bundler) => {
    bundler.onLoad({ filter: /[\\/]components[\\/]icon[\\/]icon\.js$/ }, async (args) => {
      const source = await readFile(args.path, 'utf8');
      const named = "'./assets/' + typeToPathMap[iconType]";
      return { contents: source.replace(named, `${named} + '.js'`), loader: 'js' };
    });
  },
};

const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  minify: true,
  platform: 'browser',
  target: 'es2020',
  format: 'iife',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

/** Whichever EUI there is shares them with everybody else. */
const onlyOnce = ['react', 'react-dom', '@emotion/react', '@emotion/cache', 'moment'];

const bundle = (outDir: string) =>
  Promise.all([
    build({
      ...common,
      entryPoints: [core('shared_deps.ts')],
      outdir: outDir,
      plugins: [useAliases, useIconFiles],
      alias: Object.fromEntries(onlyOnce.map((name) => [name, inProject('node_modules', name)])),
      tsconfigRaw: {},
    }),
    build({
      ...common,
      ...sharedJsx,
      entryPoints: {
        globals: core('globals.ts'),
        core: core('core_entry.ts'),
        'kibana.bundle': core('kibana_bundle.ts'),
        boot: core('boot.ts'),
      },
      outdir: outDir,
      plugins: [useSharedDeps],
    }),
  ]);

/** Folder with the scripts of the host's page, apart from the plugins' own; built when sources changed. */
export const builtBrowser = (): Promise<string> =>
  cachedBuild(
    `kibana-browser${process.env['KIBANA_EUI']?.replace(/\W/g, '_') ?? ''}`,
    ['test/kibana/browser', 'scripts/shared_deps.ts', 'scripts/jsx_shim.ts', 'package-lock.json'],
    bundle,
  );

export const buildBrowser = async (outDir: string): Promise<void> =>
  cp(await builtBrowser(), outDir, { recursive: true });
