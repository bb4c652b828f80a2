import { cp, readFile } from 'node:fs/promises';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { cachedBuild } from '../../../scripts/build/cached_build';
import { supportedMinor } from '../../../scripts/kibana_version';
import { inProject, projectRoot } from '../../../scripts/paths';
import { sharedJsx, useSharedDeps } from '../../../scripts/build/shared_deps';

const core = (file: string) => inProject('test/kibana/browser/core', file);

/**
 * Folders of the EUI versions. Kibana 9.1 began with 104.0.2 (elastic/kibana #227763, July 2025), so 9.2 has that or a
 * newer one; 122.1.0 is the newest of November 2026 (#285068). Here 9.2 has the oldest and all others have the newest.
 */
export const euis = {
  oldest_eui: '.config/oldest_eui/node_modules/@elastic/eui',
  newest_eui: 'node_modules/@elastic/eui',
} as const;
type Eui = keyof typeof euis;

const euiOf = (kibanaVersion: string): Eui =>
  supportedMinor(kibanaVersion) === '9.2' ? 'oldest_eui' : 'newest_eui';

/** Kibana's own alias; and the i18n package, which exists here only as a file. */
const useAliases = (eui: Eui): Plugin => {
  const aliases: Record<string, string> = {
    '@elastic/eui': inProject(euis[eui], 'optimize/es/index.js'),
    '@kbn/i18n': inProject('test/kibana/browser/i18n.ts'),
  };
  return {
    name: 'aliases',
    setup: (bundler) => {
      bundler.onResolve({ filter: /^@(elastic|kbn)\/[^/]+$/ }, ({ path }) =>
        path in aliases ? { path: aliases[path] } : undefined,
      );
    },
  };
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

/** Both EUI versions and all plugins share one copy of these. */
const onlyOnce = ['react', 'react-dom', '@emotion/react', '@emotion/cache', 'moment'];

const bundle = (outDir: string, eui: Eui) =>
  Promise.all([
    build({
      ...common,
      entryPoints: [core('shared_deps.ts')],
      outdir: outDir,
      plugins: [useAliases(eui), useIconFiles],
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

/** Folder with the scripts of the host's page, without those of plugins; rebuilt if sources changed. */
export const builtBrowser = (kibanaVersion: string): Promise<string> => {
  const eui = euiOf(kibanaVersion);
  return cachedBuild(
    `kibana-browser-${eui}`,
    [
      'test/kibana/browser',
      'test/shapes.ts',
      'scripts/build/shared_deps.ts',
      'scripts/build/jsx_shim.ts',
      'package-lock.json',
    ],
    (outDir) => bundle(outDir, eui),
  );
};

export const buildBrowser = async (outDir: string, kibanaVersion: string): Promise<void> =>
  cp(await builtBrowser(kibanaVersion), outDir, { recursive: true });
