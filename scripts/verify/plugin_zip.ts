import path from 'node:path';
import { readZip, type ZipEntry } from '../read_zip';

export const pluginId = 'azureOpenaiSetup';
/** Where everything in the archive must be. */
export const root = `kibana/${pluginId}/`;
const publicFolder = `${root}target/public/`;

/** A zip that is to be installed, as far as its rules need it. */
export interface PluginZip {
  /** Name of the zip file, without folder. */
  fileName: string;
  bytes: number;
  entries: ZipEntry[];
}

/** What must hold for a zip: each problem is a sentence, none means it holds. */
export interface ZipRule {
  name: string;
  problems: (zip: PluginZip) => string[];
}

/** Throws when it is no zip file, or a broken one. */
export const openPluginZip = (file: string, archive: Buffer): PluginZip => ({
  fileName: path.basename(file),
  bytes: archive.length,
  entries: readZip(archive),
});

export const findEntry = ({ entries }: PluginZip, file: string): ZipEntry | undefined =>
  entries.find(({ name }) => name === `${root}${file}`);

/** Text of a file of the plugin; empty when there is none. */
export const textOf = (zip: PluginZip, file: string): string =>
  findEntry(zip, file)?.content.toString('utf8') ?? '';

export interface BrowserFile {
  /** Below `target/public`. */
  file: string;
  content: Buffer;
  /** As text, for scripts. */
  source: string;
}

export const browserFiles = ({ entries }: PluginZip): BrowserFile[] =>
  entries
    .filter(({ name }) => name.startsWith(publicFolder))
    .map(({ name, content }) => ({
      file: name.slice(publicFolder.length),
      content,
      source: name.endsWith('.js') ? content.toString('utf8') : '',
    }));

export const browserScripts = (zip: PluginZip): BrowserFile[] =>
  browserFiles(zip).filter(({ file }) => file.endsWith('.js'));
