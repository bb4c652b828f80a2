import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { checkBrowserBundle } from './check_browser_bundle';
import { brotli } from './brotli';
import { inProject, projectRoot } from '../paths';
import { sharedJsx, useSharedDeps } from './shared_deps';

/** Bytes, before compression unless said otherwise. */
export interface BrowserSizes {
  /** The script that every page of Kibana loads. */
  entry: number;
  page: number;
  /** The same, compressed. */
  pageBrotli: number;
  onDemand: number;
  /** `page` and `onDemand`: everything but the entry. */
  lazy: number;
}

/** Maximum number of bytes each. */
export const limits = {
  entry: 10_000,
  page: 216_500,
  pageBrotli: 60_000,
  /**
   * The texts of problems are 135 kB of it. The rest are the screens of a run (45 kB), rarely changed settings (35 kB),
   * the flyouts of the plan (55 kB), and other optional parts. The page loads all of it in the background.
   */
  onDemand: 370_000,
} as const satisfies Partial<BrowserSizes>;

interface BrowserBundle {
  metafiles: Metafile[];
  sizes: BrowserSizes;
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

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

const bytesOf = ({ outputs }: Metafile) => sum(Object.values(outputs).map(({ bytes }) => bytes));

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
    plugins: [useSharedDeps],
  });

const applicationOf = ({ outputs }: Metafile, id: string): string => {
  const file = Object.keys(outputs).find((output) =>
    path.basename(output).startsWith(`${id}.application.`),
  );
  if (file === undefined) throw new Error('The application bundle has no entry.');
  return file;
};

/** A script and all that it imports at once. */
const loadedWith = (
  outputs: Metafile['outputs'],
  file: string,
  seen = new Set<string>(),
): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
    if (kind === 'import-statement' && imported in outputs) loadedWith(outputs, imported, seen);
  }
  return seen;
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

/** Small, because every page of Kibana loads it, and without side effects until Kibana requires the plugin. */
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
  const applicationFile = applicationOf(application.metafile, options.id);
  const entry = await bundleEntry(options, path.basename(applicationFile));
  const metafiles = [entry.metafile, application.metafile];
  for (const metafile of metafiles) await checkBrowserBundle(metafile);
  const lazy = bytesOf(application.metafile);
  const scripts = [...loadedWith(application.metafile.outputs, applicationFile)];
  const page = sum(scripts.map((file) => application.metafile.outputs[file]?.bytes ?? 0));
  const packed = await Promise.all(
    scripts.map(async (file) => brotli(await readFile(inProject(file)))),
  );
  const pageBrotli = sum(packed.map(({ length }) => length));
  const sizes = { entry: bytesOf(entry.metafile), page, pageBrotli, onDemand: lazy - page, lazy };
  return { metafiles, sizes };
};
