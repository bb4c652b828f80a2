import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { brotli } from './brotli';
import { bundleBrowser, type BrowserSizes } from './bundle_browser';
import { bundleServer } from './bundle_server';
import { createManifest, type Manifest } from './manifest';
import { createNotice } from './notice';
import { inProject } from '../paths';
import { listFiles } from './zip';

export interface BuiltPlugin {
  /** The unpacked plugin, as after Kibana's installer. */
  dir: string;
  manifest: Manifest;
  /** Bytes; those of the server before compression. */
  sizes: BrowserSizes & { server: number };
}

/** Kibana serves the `.br` sibling of a file to browsers that accept it. */
const compressScripts = async (folder: string) => {
  const scripts = (await listFiles(folder)).filter((file) => file.endsWith('.js'));
  await Promise.all(
    scripts.map(async (file) => {
      const script = path.join(folder, file);
      await writeFile(`${script}.br`, await brotli(await readFile(script)));
    }),
  );
};

const writeJson = (file: string, value: unknown) =>
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`);

/** Kibana reads each plugin's list of translations at start and refuses to start on a broken one. */
const copyTranslations = async (dir: string, { id }: Manifest) => {
  const source = inProject('public/translations');
  if (!existsSync(source)) return;
  await cp(source, path.join(dir, 'translations'), { recursive: true });
  const translations = (await listFiles(source)).map((file) => `translations/${file}`);
  await writeJson(path.join(dir, '.i18nrc.json'), {
    prefix: id,
    paths: { [id]: '.' },
    translations,
  });
};

/**
 * Browsers keep a plugin's scripts for a year under an address with its version in it, so the version
 * changes with them. The entry names the other scripts by their content: its own hash covers all.
 */
const versionOf = async (manifest: Manifest, targetDir: string): Promise<string> => {
  const entry = await readFile(path.join(targetDir, `${manifest.id}.plugin.js`));
  const hash = createHash('sha256').update(entry).digest('hex').slice(0, 8);
  return `${manifest.version}-${hash}`;
};

/** The only file that depends on the Kibana version. */
export const writeManifest = (dir: string, manifest: Manifest): Promise<void> =>
  writeJson(path.join(dir, 'kibana.json'), manifest);

/** Builds into `outDir`, which is emptied first. */
export const buildPlugin = async (options: {
  kibanaVersion: string;
  outDir: string;
}): Promise<BuiltPlugin> => {
  const dir = options.outDir;
  const source = await createManifest(options.kibanaVersion);
  const targetDir = path.join(dir, 'target/public');
  await rm(dir, { recursive: true, force: true });
  await mkdir(targetDir, { recursive: true });

  const [browser, server] = await Promise.all([
    bundleBrowser({ id: source.id, publicDir: inProject('public'), outDir: targetDir }),
    bundleServer({ serverDir: inProject('server'), outDir: path.join(dir, 'server') }),
  ]);
  const manifest = { ...source, version: await versionOf(source, targetDir) };
  await compressScripts(targetDir);
  await copyTranslations(dir, manifest);
  await writeManifest(dir, manifest);
  await writeJson(path.join(dir, 'package.json'), {
    name: 'azure-openai-setup',
    version: manifest.version,
    license: 'Apache-2.0',
  });
  await cp(inProject('LICENSE'), path.join(dir, 'LICENSE.txt'));
  const notice = await createNotice(manifest.description, [...browser.metafiles, server.metafile]);
  await writeFile(path.join(dir, 'NOTICE.txt'), notice);
  return { dir, manifest, sizes: { ...browser.sizes, server: server.size } };
};
