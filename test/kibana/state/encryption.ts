import nodeCrypto from '@elastic/node-crypto';

/** Kibana's encryption of saved-object attributes. */
export interface Encryption {
  canEncrypt: boolean;
  encrypt(value: unknown, about: readonly string[]): Promise<string>;
  /** Throws when the key or the description differs. */
  decrypt(text: string, about: readonly string[]): Promise<unknown>;
}

export function createEncryption(encryptionKey: string | undefined): Encryption {
  const crypto = encryptionKey === undefined ? undefined : nodeCrypto({ encryptionKey });
  const need = () => {
    if (!crypto) throw new Error('Encryption is disabled because of missing encryption key.');
    return crypto;
  };
  return {
    canEncrypt: crypto !== undefined,
    encrypt: async (value, about) => {
      const text: unknown = await need().encrypt(value, JSON.stringify(about));
      if (typeof text !== 'string') throw new Error('Encryption answered no text.');
      return text;
    },
    decrypt: async (text, about) => {
      const value: unknown = await need().decrypt(text, JSON.stringify(about));
      return value;
    },
  };
}
