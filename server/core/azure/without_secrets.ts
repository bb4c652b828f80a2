/** Longer messages quote whole policies; the beginning is enough. */
const maximumLength = 2_000;

/** Names that precede a secret in headers, forms, JSON and connection strings. */
const names = [
  'client_?secret',
  'client_assertion',
  'device_?code',
  '\\w{1,40}_token',
  '(access|refresh|id|session)token',
  '(api|subscription|account|shared_?access)-?_?key',
  'shared_?access_?signature',
  'primary_?key',
  'secondary_?key',
  'key[12]',
  'password',
  'pwd',
  'secret',
].join('|');

// Every repetition within a lookbehind is bounded, and every run is matched from its start only. Otherwise, a long run
// of blanks or letters takes quadratic time.
const secrets: readonly RegExp[] = [
  // JSON in base64url, such as tokens, even if truncated.
  /eyJ[\w-]{10,}(\.[\w-]*)*/g,
  /(?<=\b(Bearer|Basic)\s{1,8})[^\s"',;]+/gi,
  /(?<=\bauthorization["']?\s{0,8}[=:]\s{0,8}["']?)[^\s"',;]+/gi,
  new RegExp(`(?<=\\b(${names})["']?\\s{0,8}[=:]\\s{0,8}["']?)[^\\s"'&,;}]+`, 'gi'),
  // Signatures in URLs: shared access signatures and ARM's status URLs.
  /(?<=[?&;](sig|s|h|code|token)=)[^&\s"']{8,}/gi,
  // Username and password in a URL, as for proxies.
  /(?<=:\/\/)[^\s/:@]{1,200}:[^\s/@]{1,200}(?=@)/g,
  // Account keys in the new and old format, even if truncated.
  /\b[A-Za-z0-9]{80,}\b/g,
  /\b(?=[A-Za-z]*\d)(?=[a-z0-9]*[A-Z])(?=[A-Z0-9]*[a-z])[A-Za-z0-9]{32,}\b/g,
  /\b[0-9a-f]{32}\b/gi,
  // Base64, such as keys of other services.
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{30,}={1,2}/g,
];

/** The end of a truncated text can be the beginning of a secret. */
const cutEnd = /[\w+/=.~-]{1,200}$/;

/** Azure's names are not longer; display names of policies have 128 characters. */
const longestName = 200;

/** An external text of bounded length, without tokens and keys that it could quote from the request. */
export function withoutSecrets(text: string, length = maximumLength): string {
  const begin = text.slice(0, 2 * length);
  const whole = begin.length < text.length ? begin.replace(cutEnd, '…') : begin;
  return secrets.reduce((left, secret) => left.replace(secret, '…'), whole).slice(0, length);
}

/** An external name on one line, without secrets, and short enough for a sentence. */
export const shownName = (name: string): string =>
  withoutSecrets(name).replace(/\s+/g, ' ').slice(0, longestName);
