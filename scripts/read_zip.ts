import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** 3 is unix, 0 is DOS. */
  madeBy: number;
  /** Unix file type and permissions: the upper half of the external attributes, 0 when the writer set none. */
  mode: number;
  content: Buffer;
}

const signatures = { end: 0x06054b50, central: 0x02014b50, local: 0x04034b50 };
const methods = { stored: 0, deflated: 8 };

const contentOf = (archive: Buffer, central: number, name: string): Buffer => {
  const local = archive.readUInt32LE(central + 42);
  if (archive.readUInt32LE(local) !== signatures.local) throw new Error(`${name} is not there.`);
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(start, start + archive.readUInt32LE(central + 20));
  const method = archive.readUInt16LE(central + 10);
  if (method !== methods.stored && method !== methods.deflated) {
    throw new Error(`${name} is packed by method ${method}, which is unknown.`);
  }
  const content = method === methods.stored ? packed : inflateRawSync(packed);
  if (crc32(content) !== archive.readUInt32LE(central + 16)) throw new Error(`${name} is broken.`);
  return content;
};

/** Every entry of a zip file of less than 4 GiB, in its order; throws when the archive is broken. */
export const readZip = (archive: Buffer): ZipEntry[] => {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('This is no zip file.');
  const entries: ZipEntry[] = [];
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== signatures.central) throw new Error('The list is broken.');
    const length = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + length);
    entries.push({
      name,
      madeBy: archive.readUInt8(at + 5),
      mode: archive.readUInt32LE(at + 38) >>> 16,
      content: contentOf(archive, at, name),
    });
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
};
