/** Longer messages quote whole policies; the beginning is what a person reads. */
const maximumLength = 2_000;

// Every repetition within a look-behind has a bound: without one, a text of blanks takes the square of its length.
const secrets: readonly RegExp[] = [
  // JSON in base64url, as tokens are, also when they were cut off.
  /eyJ[\w-]{10,}(\.[\w-]*)*/g,
  /(?<=\bBearer\s{1,8})[^\s"',;]+/gi,
  // The keys of accounts, the new ones and the old.
  /\b[A-Za-z0-9]{80,}\b/g,
  /\b[0-9a-f]{32}\b/gi,
  /(?<=\b(client_?secret|client_assertion|device_code|\w{1,40}_token|api-?key|key[12]|password)["']?\s{0,8}[=:]\s{0,8}["']?)[^\s"'&,;}]+/gi,
];

/** Names that Azure itself gives are not longer; display names of policies have 128 characters. */
const longestName = 200;

/** A text of somebody else's, who may have quoted what was sent: without tokens and keys, and not endless. */
export function withoutSecrets(text: string): string {
  const begin = text.slice(0, 2 * maximumLength);
  return secrets.reduce((left, secret) => left.replace(secret, '…'), begin).slice(0, maximumLength);
}

/** A name that somebody else gave: on one line, without secrets, and short enough for a sentence. */
export const shownName = (name: string): string =>
  withoutSecrets(name).replace(/\s+/g, ' ').slice(0, longestName);
