import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that is its own authority, with its private key, both PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

const oneDay = 24 * 60 * 60 * 1_000;

const lengthOf = (size: number): Buffer => {
  if (size < 0x80) return Buffer.from([size]);
  return size < 0x100 ? Buffer.from([0x81, size]) : Buffer.from([0x82, size >> 8, size & 0xff]);
};
const tlv = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
};
const sequence = (...parts: Buffer[]) => tlv(0x30, ...parts);
const octets = (content: Buffer) => tlv(0x04, content);
const bits = (content: Buffer) => tlv(0x03, Buffer.from([0]), content);

const objectId = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = rest.flatMap((value) => {
    const groups = [value & 0x7f];
    for (let left = value >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    return groups;
  });
  return tlv(0x06, Buffer.from([first * 40 + second, ...bytes]));
};
const utcTime = (date: Date) =>
  tlv(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));
const extension = (id: string, value: Buffer, critical = false) =>
  sequence(objectId(id), ...(critical ? [Buffer.from([1, 1, 0xff])] : []), octets(value));

const extensions = (dnsNames: readonly string[], publicKey: Buffer): Buffer => {
  const keyId = createHash('sha1').update(publicKey.subarray(-65)).digest();
  return tlv(
    0xa3,
    sequence(
      extension('2.5.29.19', sequence(Buffer.from([1, 1, 0xff])), true), // CA: true
      extension('2.5.29.15', Buffer.from([3, 2, 2, 0x84]), true), // digitalSignature, keyCertSign
      extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1'))), // serverAuth
      extension('2.5.29.14', octets(keyId)),
      extension('2.5.29.35', sequence(tlv(0x80, keyId))),
      extension('2.5.29.17', sequence(...dnsNames.map((name) => tlv(0x82, Buffer.from(name))))),
    ),
  );
};

/** EC P-256, self-signed, valid for a year. Names may start with `*.`, which covers one label. */
export function createCertificate(dnsNames: readonly string[]): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(objectId('1.2.840.10045.4.3.2')); // ecdsa-with-SHA256
  const name = sequence(
    tlv(0x31, sequence(objectId('2.5.4.3'), tlv(0x0c, Buffer.from('Azure simulator')))),
  );
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const body = sequence(
    tlv(0xa0, Buffer.from([2, 1, 2])),
    tlv(0x02, serial),
    algorithm,
    name,
    sequence(utcTime(new Date(now - oneDay)), utcTime(new Date(now + 365 * oneDay))),
    name,
    spki,
    extensions(dnsNames, spki),
  );
  const der = sequence(body, algorithm, bits(sign('sha256', body, privateKey)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}
