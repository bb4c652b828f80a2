import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';

/** At the highest quality, which is Node's default. */
export const brotli: (content: Buffer) => Promise<Buffer> = promisify(brotliCompress);
