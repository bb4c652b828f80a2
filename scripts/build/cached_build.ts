import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { buildPlugin } from './build_plugin';
import { defaultKibanaVersion } from '../kibana_version';
import { cacheFolder, inProject } from '../paths';
import { listFiles, zipFolder } from './zip';

const filesOf = async (source: string): Promise<string[]> => {
  if (!existsSync(inProject(source))) return [];
  if ((await stat(inProject(source))).isFile()) return [source];
  const files = await listFiles(inProject(source));
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).map((file) => `${source}/${file}`);
};

/** Hash of the contents of files and folders. */
const hashSources = async (sources: string[]): Promise<string> => {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(sources.map(filesOf))).flat()) {
    hash.update(`${file}\0`).update(await readFile(inProject(file)));
  }
  return hash.digest('hex').slice(0, 16);
};

const dayMs = 24 * 3600 * 1000;

/** Those of the last day can be in use by another process, which can also remove or rename any of them at any moment. */
const removeOld = async (name: string) => {
  for (const entry of await readdir(cacheFolder)) {
    if (!entry.startsWith(`${name}-`)) continue;
    const folder = path.join(cacheFolder, entry);
    const found = await stat(folder).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > dayMs) {
      await rm(folder, { recursive: true, force: true });
    }
  }
};

/** Marks a folder as used now. False if there is none. */
const touch = (folder: string): Promise<boolean> => {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => true,
    () => false,
  );
};

/**
 * Folder with what `make` writes, made again only when one of `sources` changed. It can be called any number of times
 * at once, by one process or by several.
 */
export const cachedBuild = async (
  name: string,
  sources: string[],
  make: (outDir: string) => Promise<unknown>,
): Promise<string> => {
  const folder = path.join(cacheFolder, `${name}-${await hashSources(sources)}`);
  if (await touch(folder)) return folder;
  await mkdir(cacheFolder, { recursive: true });
  await removeOld(name);
  const unfinished = `${folder}.${randomUUID()}`;
  try {
    await make(unfinished);
    await rename(unfinished, folder).catch((error: unknown) => {
      // Another process was faster, with the same result.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
};

const lockFile = 'package-lock.json';
const pluginSources = ['common', 'public', 'server', 'scripts', 'LICENSE'];

const everySource = [...pluginSources, 'kibana.jsonc', 'package.json', lockFile];

/** The unpacked plugin, built when its sources changed. */
export const builtPlugin = (kibanaVersion: string = defaultKibanaVersion): Promise<string> =>
  cachedBuild(`plugin-${kibanaVersion}`, everySource, (outDir) =>
    buildPlugin({ kibanaVersion, outDir }),
  );

/** Its zip file. */
export const builtZip = async (kibanaVersion: string = defaultKibanaVersion): Promise<string> => {
  const folder = await cachedBuild(`zip-${kibanaVersion}`, everySource, async (outDir) => {
    await mkdir(outDir, { recursive: true });
    const zip = path.join(outDir, 'azureOpenaiSetup.zip');
    await zipFolder(await builtPlugin(kibanaVersion), 'kibana/azureOpenaiSetup', zip);
  });
  return path.join(folder, 'azureOpenaiSetup.zip');
};
