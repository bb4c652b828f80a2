import { createWriteStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/**
 * Reproducible: the bytes depend on the content only. Kibana's installer takes
 * the file mode from the entry; with a mode of 0, Kibana could not read the file.
 */
const entryOptions = {
  mtime: new Date(Date.UTC(1980, 0, 1)),
  mode: 0o100644,
  forceDosTimestamp: true,
  compressionLevel: 9,
};

/** Files below a folder, as sorted relative paths with forward slashes. */
export const listFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
};

/** Packs the content of `folder` under `prefix` into the zip file `out`. */
export const zipFolder = async (folder: string, prefix: string, out: string): Promise<void> => {
  const zip = new ZipFile();
  for (const file of await listFiles(folder)) {
    zip.addFile(path.join(folder, file), `${prefix}/${file}`, entryOptions);
  }
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(out));
};
