import type { AzureWords } from '../../../../common/problem';
import { withoutSecrets } from '../../../core/azure/without_secrets';

/** Makes an external text safe to store and show: without secrets, and of bounded length. */
export type Redact = (text: string) => string;

/** Maximum number of characters that are read. */
const maximumRead = 20_000;
const maximumKept = 1_000;

/** This many consecutive characters of a secret are redacted, because a quotation can truncate or split it. */
const fragment = 8;

/** One character, plain or escaped as in JSON, URLs or HTML. */
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

/** The letters and digits of a text in lowercase, with their positions. */
const unitsOf = (text: string): Unit[] =>
  [...text.matchAll(unit)]
    .map((match) => ({
      letter: letterOf(match).toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ letter }) => /^[a-z0-9]$/.test(letter));

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The encodings of a secret: plain, Base64 at each of three alignments, and hex. */
function formsOf(secret: string): string[] {
  // The neighboring text affects the letters at the secret's edges: two or three before, one after.
  const base64 = [0, 2, 3].map((edge, before) => {
    const encoded = Buffer.from('x'.repeat(before) + secret).toString('base64');
    return encoded.replace(/.?=+$/, '').slice(edge);
  });
  return [secret, ...base64, Buffer.from(secret).toString('hex')].map(plain);
}

/** Redacts all parts of a known secret, even if split or escaped. */
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
  let redacted = '';
  let position = 0;
  for (const [index, { start, end }] of units.entries()) {
    if (!covered.has(index)) continue;
    redacted += text.slice(position, start) + (covered.has(index - 1) ? '' : '…');
    position = end;
  }
  return redacted + text.slice(position);
}

/**
 * Redacts the given secrets, and others by pattern. @param length - Maximum length of the result.
 */
export function createRedact(secrets: readonly string[] = [], length = maximumKept): Redact {
  const forms = secrets.flatMap(formsOf);
  return (text) =>
    withoutSecrets(blank(text.slice(0, maximumRead), forms), 2 * length).slice(0, length);
}

/** Characters of a code that are kept. */
const longestCode = 100;

/** Text from another service, without secrets. */
export const azureWords = (message: string, redact: Redact, code?: string): AzureWords => ({
  ...(code && { code: redact(code).slice(0, longestCode) }),
  message: redact(message),
  at: new Date().toISOString(),
});
