import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { fromBufferPromise } from 'yauzl';

export interface ZipEntry {
  name: string;
  /** 3 is unix, 0 is DOS. */
  madeBy: number;
  /** Unix file type and permissions: the upper half of the external attributes, 0 when the writer set none. */
  mode: number;
  content: Buffer;
}

/** Every entry of a zip file, in its order; throws when the archive is broken or a name leads out of its folder. */
export const readZip = async (archive: Buffer): Promise<ZipEntry[]> => {
  const zip = await fromBufferPromise(archive, { strictFileNames: true });
  const entries: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    if (crc32(content) !== entry.crc32) throw new Error(`${entry.fileName} is broken.`);
    entries.push({
      name: entry.fileName,
      madeBy: entry.versionMadeBy >>> 8,
      mode: entry.externalFileAttributes >>> 16,
      content,
    });
  }
  return entries;
};
