import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { checkBrowserBundle } from './check_browser_bundle';
import { smallMessages } from './compact_messages';
import { projectRoot } from './paths';
import { sharedJsx, useSharedDeps } from './shared_deps';

export interface BrowserBundle {
  metafiles: Metafile[];
  /** Bytes of the script that every page of Kibana loads, and of what the plugin's own page adds. */
  sizes: { entry: number; lazy: number };
}

interface Options {
  id: string;
  /** Holds `index.ts`, `plugin.tsx` and `application.tsx`. */
  publicDir: string;
  outDir: string;
}

const common = {
  absWorkingDir: projectRoot,
  bundle: true,
  minify: true,
  metafile: true,
  platform: 'browser',
  target: 'es2020',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  ...sharedJsx,
} satisfies BuildOptions;

const bytesOf = ({ outputs }: Metafile) =>
  Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);

/** An ES module, loaded when a person opens the page. */
const bundleApplication = ({ id, publicDir, outDir }: Options) =>
  build({
    ...common,
    entryPoints: { [`${id}.application`]: path.join(publicDir, 'application') },
    outdir: outDir,
    format: 'esm',
    splitting: true,
    entryNames: '[name].[hash]',
    chunkNames: `${id}.[name].[hash]`,
    plugins: [smallMessages(publicDir), useSharedDeps],
  });

const entryFileOf = ({ outputs }: Metafile) => {
  const entry = Object.entries(outputs).find(([, output]) => output.entryPoint !== undefined);
  if (entry === undefined) throw new Error('The application bundle has no entry.');
  return path.basename(entry[0]);
};

/** A classic script cannot share chunks, so the one dynamic import becomes an import by address. */
const importByAddress = (id: string, file: string): Plugin => ({
  name: 'import-by-address',
  setup: (bundler) => {
    let found = 0;
    bundler.onLoad({ filter: /[\\/]public[\\/][^\\/]+\.tsx?$/ }, async (args) => {
      const source = await readFile(args.path, 'utf8');
      const contents = source.replace(/\bimport\('\.\/application'\)/g, () => {
        found += 1;
        return `import(window.__kbnPublicPath__.${id} + '${file}')`;
      });
      return { contents, loader: args.path.endsWith('x') ? 'tsx' : 'ts' };
    });
    bundler.onEnd(() =>
      found === 1
        ? undefined
        : {
            errors: [
              { text: `import('./application') stands ${found} times in public, not once.` },
            ],
          },
    );
  },
});

/** Tiny, because every page of Kibana loads it, and without effect until Kibana asks for the plugin. */
const bundleEntry = ({ id, publicDir, outDir }: Options, applicationFile: string) => {
  const key = `'plugin/${id}/public'`;
  return build({
    ...common,
    stdin: {
      contents: `window.__kbnBundles__.define(${key}, () => require('./index'), ${key});`,
      resolveDir: publicDir,
    },
    outfile: path.join(outDir, `${id}.plugin.js`),
    format: 'iife',
    plugins: [importByAddress(id, applicationFile), useSharedDeps],
  });
};

/** Writes the scripts of `target/public`. */
export const bundleBrowser = async (options: Options): Promise<BrowserBundle> => {
  const application = await bundleApplication(options);
  const entry = await bundleEntry(options, entryFileOf(application.metafile));
  const metafiles = [entry.metafile, application.metafile];
  for (const metafile of metafiles) await checkBrowserBundle(metafile);
  return {
    metafiles,
    sizes: { entry: bytesOf(entry.metafile), lazy: bytesOf(application.metafile) },
  };
};
