import type { AzureWords } from '../../../../common/problem';
import { withoutSecrets } from '../../../core/azure/without_secrets';

/** Makes a text of the outside fit to be kept and shown: without secrets, and of bounded length. */
export type Redact = (text: string) => string;

/** Characters of a longer text that are read at all. */
const maximumRead = 20_000;
const maximumKept = 1_000;

/** This many consecutive characters of a secret count as the secret: a quotation can cut or split it. */
const fragment = 8;

/** One character each, as it is or in the escapes of JSON, URLs and HTML. */
const unit = /\\u([0-9a-f]{4})|%([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&#(\d{1,7});|[\s\S]/gi;

interface Unit {
  letter: string;
  start: number;
  end: number;
}

const letterOf = ([text, ...escapes]: RegExpMatchArray): string => {
  const [json, url, hex, decimal] = escapes;
  const code = decimal ? Number(decimal) : parseInt(json ?? url ?? hex ?? '', 16);
  if (Number.isNaN(code)) return text;
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
};

/** The letters and digits of a text, in lower case, and where each of them stands. */
const unitsOf = (text: string): Unit[] =>
  [...text.matchAll(unit)]
    .map((match) => ({
      letter: letterOf(match).toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ letter }) => /^[a-z0-9]$/.test(letter));

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A secret as it may be quoted: itself, in Base64 at each of the three places it can begin at, and in hex. */
function formsOf(secret: string): string[] {
  // The neighboring text determines the letters at the secret's edges: two or three before, one after.
  const base64 = [0, 2, 3].map((edge, before) => {
    const encoded = Buffer.from('x'.repeat(before) + secret).toString('base64');
    return encoded.replace(/.?=+$/, '').slice(edge);
  });
  return [secret, ...base64, Buffer.from(secret).toString('hex')].map(plain);
}

/** Blanks every part of a known secret, however it is split or escaped. */
function blank(text: string, forms: readonly string[]): string {
  const units = unitsOf(text);
  const letters = units.map(({ letter }) => letter).join('');
  const covered = new Set<number>();
  for (const form of forms) {
    for (let begin = 0; begin + fragment <= form.length; begin += 1) {
      const part = form.slice(begin, begin + fragment);
      for (let at = letters.indexOf(part); at >= 0; at = letters.indexOf(part, at + 1)) {
        for (let offset = 0; offset < fragment; offset += 1) covered.add(at + offset);
      }
    }
  }
  let kept = '';
  let position = 0;
  for (const [index, { start, end }] of units.entries()) {
    if (!covered.has(index)) continue;
    kept += text.slice(position, start) + (covered.has(index - 1) ? '' : '…');
    position = end;
  }
  return kept + text.slice(position);
}

/**
 * Knows the secrets that were sent; patterns find those that it does not know.
 * @param length - Characters that are kept.
 */
export function createRedact(secrets: readonly string[] = [], length = maximumKept): Redact {
  const forms = secrets.flatMap(formsOf);
  return (text) =>
    withoutSecrets(blank(text.slice(0, maximumRead), forms), 2 * length).slice(0, length);
}

/** Characters of a code that are kept. */
const longestCode = 100;

/** What a sender says, without secrets. */
export const azureWords = (message: string, redact: Redact, code?: string): AzureWords => ({
  ...(code && { code: redact(code).slice(0, longestCode) }),
  message: redact(message),
  at: new Date().toISOString(),
});
