import path from 'node:path';
import { readZip, type ZipEntry } from '../build/read_zip';

export const pluginId = 'azureOpenaiSetup';
export const root = `kibana/${pluginId}/`;
export const publicFolder = 'target/public/';

/** A plugin zip with the data for its rules. */
export interface PluginZip {
  /** Name of the zip file, without folder. */
  fileName: string;
  bytes: number;
  entries: ZipEntry[];
  /** Contents by their path below `root`. */
  files: ReadonlyMap<string, Buffer>;
}

/** Returns a sentence for each problem of a zip; an exception counts as one. */
export type ZipRule = (zip: PluginZip) => string[];

/** Rejects when it is no zip file, or a broken one. */
export const openPluginZip = async (file: string, archive: Buffer): Promise<PluginZip> => {
  const entries = await readZip(archive);
  const ours = entries.filter(({ name }) => name.startsWith(root));
  return {
    fileName: path.basename(file),
    bytes: archive.length,
    entries,
    files: new Map(ours.map(({ name, content }) => [name.slice(root.length), content])),
  };
};

/** Text of a file of the plugin; empty when there is none. */
export const textOf = ({ files }: PluginZip, file: string): string =>
  files.get(file)?.toString('utf8') ?? '';

/** The files that a browser can get, by their name. */
export const browserFiles = ({ files }: PluginZip): Array<[file: string, content: Buffer]> =>
  [...files]
    .filter(([file]) => file.startsWith(publicFolder))
    .map(([file, content]) => [file.slice(publicFolder.length), content]);

export const browserScripts = (zip: PluginZip): Array<[file: string, source: string]> =>
  browserFiles(zip)
    .filter(([file]) => file.endsWith('.js'))
    .map(([file, content]) => [file, content.toString('utf8')]);
