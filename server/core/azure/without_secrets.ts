/** Longer messages quote whole policies; the beginning is what a person reads. */
const maximumLength = 2_000;

/** Names before a secret in headers, forms, JSON and connection strings. */
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

// Every repetition within a look-behind has a bound, and every run is only tried from its beginning: without that,
// a text of blanks or letters takes the square of its length.
const secrets: readonly RegExp[] = [
  // JSON in base64url, as tokens are, also when they were cut off.
  /eyJ[\w-]{10,}(\.[\w-]*)*/g,
  /(?<=\b(Bearer|Basic)\s{1,8})[^\s"',;]+/gi,
  /(?<=\bauthorization["']?\s{0,8}[=:]\s{0,8}["']?)[^\s"',;]+/gi,
  new RegExp(`(?<=\\b(${names})["']?\\s{0,8}[=:]\\s{0,8}["']?)[^\\s"'&,;}]+`, 'gi'),
  // Signatures of URLs, of shared access and of ARM's own status URLs.
  /(?<=[?&;](sig|s|h|code|token)=)[^&\s"']{8,}/gi,
  // A name and a password in a URL, as proxies have them.
  /(?<=:\/\/)[^\s/:@]{1,200}:[^\s/@]{1,200}(?=@)/g,
  // The keys of accounts, the new ones and the old, and what is left of them when they were cut off.
  /\b[A-Za-z0-9]{80,}\b/g,
  /\b(?=[A-Za-z]*\d)(?=[a-z0-9]*[A-Z])(?=[A-Z0-9]*[a-z])[A-Za-z0-9]{32,}\b/g,
  /\b[0-9a-f]{32}\b/gi,
  // Base64, as keys of other services are.
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{30,}={1,2}/g,
];

/** The end of a text that was cut may be the beginning of a secret. */
const cutEnd = /[\w+/=.~-]{1,200}$/;

/** Names that Azure itself gives are not longer; display names of policies have 128 characters. */
const longestName = 200;

/** A text from outside without tokens and keys, which it may quote from the request, and of bounded length. */
export function withoutSecrets(text: string, length = maximumLength): string {
  const begin = text.slice(0, 2 * length);
  const whole = begin.length < text.length ? begin.replace(cutEnd, '…') : begin;
  return secrets.reduce((left, secret) => left.replace(secret, '…'), whole).slice(0, length);
}

/** A name from outside: on one line, without secrets, and short enough for a sentence. */
export const shownName = (name: string): string =>
  withoutSecrets(name).replace(/\s+/g, ' ').slice(0, longestName);
