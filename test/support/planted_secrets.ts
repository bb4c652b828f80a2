/** Ways to quote a received secret in an error. */
export const quotations: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => `Header api-key: ${secret}`,
  capitals: (secret) => secret.toUpperCase(),
  'URL-encoded': (secret) =>
    [...secret].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify({ 'api-key': secret })),
  Base64: (secret) => Buffer.from(`api-key: ${secret}\n`).toString('base64'),
  'cut off': (secret) => `${secret.slice(0, 40)}...`,
  'in groups': (secret) => secret.replace(/.{10}/g, '$&-'),
};

/** This many letters and digits of a secret in a row are a leak. */
const length = 16;

const alphanumeric = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The secret as it is, in hex, and in Base64 at each of the three places where it can begin. */
function formsOf(secret: string): string[] {
  const base64 = [0, 2, 3].map((edge, before) =>
    Buffer.from('x'.repeat(before) + secret)
      .toString('base64')
      .replace(/.?=+$/, '')
      .slice(edge),
  );
  return [secret, Buffer.from(secret).toString('hex'), ...base64].map(alphanumeric);
}

/** The same by name. */
type Secrets = Readonly<Record<string, string>>;

/**
 * Finds pieces of secrets in texts, however these are escaped, split or encoded. Answers the names of the secrets
 * found.
 */
export function leakFinder(secrets: Secrets): (text: string) => string[] {
  const pieces = new Map<string, string>();
  for (const [name, secret] of Object.entries(secrets)) {
    for (const form of formsOf(secret)) {
      for (let at = 0; at + length <= form.length; at += 1) {
        pieces.set(form.slice(at, at + length), name);
      }
    }
  }
  return (text) => {
    const letters = alphanumeric(text);
    const found = new Set<string>();
    for (let at = 0; at + length <= letters.length; at += 1) {
      const name = pieces.get(letters.slice(at, at + length));
      if (name !== undefined) found.add(name);
    }
    return [...found];
  };
}
