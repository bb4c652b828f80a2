import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SetupError, type ProblemCode } from '../../../common/problem';

/** The purpose of a sealed text; texts of different purposes are not interchangeable. */
export type SealPurpose = 'session' | 'device_code';

export interface SealBound {
  user: string;
  space: string;
}

export interface Seal {
  /** Returns letters, digits, `-` and `_`. */
  seal(purpose: SealPurpose, content: object, bound: SealBound, expiresAt: Date): string;
  /** Throws `session_unreadable` or, after the expiry, `session_expired` or `device_code_expired`. */
  open(purpose: SealPurpose, sealed: string, bound: SealBound): unknown;
}

const version = 1;
const expiryBytes = 6;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + expiryBytes;
/** Far above the largest token; protects against decompression bombs. */
const maximumContent = 128 * 1024;
const minimumKeyLength = 32;

const late = {
  session: 'session_expired',
  device_code: 'device_code_expired',
} as const satisfies Record<SealPurpose, ProblemCode>;

const toKey = (encryptionKey: string): Buffer =>
  Buffer.from(hkdfSync('sha256', encryptionKey, '', 'azure_openai_setup sealed session', 32));

/** True for programming errors; Node's errors for altered texts have a code. */
const isMistake = (error: unknown): boolean =>
  (error instanceof TypeError || error instanceof ReferenceError) && !('code' in error);

/** The bound values, length-prefixed. */
const boundTo = (head: Buffer, purpose: SealPurpose, { user, space }: SealBound): Buffer =>
  Buffer.concat([head, Buffer.from(JSON.stringify([purpose, user, space]))]);

function decrypt(key: Buffer, whole: Buffer, purpose: SealPurpose, bound: SealBound): unknown {
  const head = whole.subarray(0, headBytes);
  if (head[0] !== version) throw new Error('unknown version');
  const iv = whole.subarray(headBytes, headBytes + ivBytes);
  const tag = whole.subarray(headBytes + ivBytes, headBytes + ivBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
  decipher.setAAD(boundTo(head, purpose, bound)).setAuthTag(tag);
  const encrypted = whole.subarray(headBytes + ivBytes + tagBytes);
  const packed = Buffer.concat([decipher.update(encrypted), decipher.final()]);
  return JSON.parse(inflateRawSync(packed, { maxOutputLength: maximumContent }).toString());
}

/**
 * Seals values for the browser to keep: encrypted, and bound to the person, the space and an expiry. Without a
 * configured key, sealed texts are valid until the process ends.
 */
export function createSeal(encryptionKey?: string, now: () => number = Date.now): Seal {
  if (encryptionKey !== undefined && encryptionKey.length < minimumKeyLength) {
    throw new Error(`The encryption key needs ${minimumKeyLength} characters or more.`);
  }
  const key = encryptionKey === undefined ? randomBytes(32) : toKey(encryptionKey);
  return {
    seal(purpose, content, bound, expiresAt) {
      const head = Buffer.alloc(headBytes);
      head.writeUInt8(version);
      head.writeUIntBE(expiresAt.getTime(), 1, expiryBytes);
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes });
      cipher.setAAD(boundTo(head, purpose, bound));
      // Tokens are base64, so compression saves a quarter.
      const packed = deflateRawSync(JSON.stringify(content));
      const encrypted = Buffer.concat([cipher.update(packed), cipher.final()]);
      return Buffer.concat([head, iv, cipher.getAuthTag(), encrypted]).toString('base64url');
    },

    open(purpose, sealed, bound) {
      const whole = Buffer.from(sealed, 'base64url');
      let content: unknown;
      try {
        content = decrypt(key, whole, purpose, bound);
      } catch (error) {
        if (isMistake(error)) throw error;
        throw new SetupError({ code: 'session_unreadable' });
      }
      const expiresAt = whole.readUIntBE(1, expiryBytes);
      if (expiresAt <= now()) throw new SetupError({ code: late[purpose] });
      return content;
    },
  };
}
