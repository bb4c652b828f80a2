import { createRedact } from './redact';

const key = '5nZ1pQ8rT3vX6yB9cE2fH4jL7mN0sU5wA8dG1kJ3oR6tV9xZ2bC4eF7hK0lM3pJQQJ99BAACHYHv6XJ3w3AAA';
const redact = createRedact([key]);

const escaped = [...key].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const url = [...key].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('');
const html = [...key].map((c) => `&#${c.charCodeAt(0)};`).join('');
const base64 = (before: string) => Buffer.from(`${before}${key} more`).toString('base64');

/** The longest part of the key that is readable in a text, letters and digits only. */
const remains = (text: string, form: string): boolean => {
  const letters = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const secret = form.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Array.from({ length: secret.length - 9 }, (_, at) => secret.slice(at, at + 10)).some(
    (part) => letters.includes(part),
  );
};

it.each<[string, string, string]>([
  ['as it is', `Bad header api-key: ${key}!`, key],
  ['in quotes of JSON', JSON.stringify({ error: JSON.stringify({ 'api-key': key }) }), key],
  ['in escapes of JSON', `"${escaped}"`, escaped],
  ['in a URL', `?api-key=${encodeURIComponent(key)}`, key],
  ['in escapes of URLs', url, url],
  ['in HTML', html, html],
  ['in capitals', key.toUpperCase(), key],
  ['over several lines', key.replace(/.{12}/g, '$&\n  '), key],
  ['letter by letter', [...key].join(' '), key],
  ['in pieces', `begins ${key.slice(0, 40)} and ends ${key.slice(40)}`, key],
  ['cut off', `api key ${key.slice(0, 30)}...`, key],
  ['in Base64', base64(''), base64('').slice(8, 90)],
  ['in Base64, one letter on', base64('a'), base64('a').slice(8, 90)],
  ['in Base64, two letters on', base64('ab'), base64('ab').slice(8, 90)],
  ['in Base64, as a header', base64('api-key: '), base64('api-key: ').slice(20, 90)],
  ['in hex', Buffer.from(key).toString('hex'), Buffer.from(key).toString('hex')],
])('a known key is redacted %s', (_how, text, form) => {
  expect(remains(text, form)).toBe(true);
  expect(remains(redact(text), form)).toBe(false);
});

it('keeps the rest of the text', () => {
  const text = `Header api-key ${key} is not valid for deployment gpt-5.2 in Sweden Central.`;
  expect(redact(text)).toBe(
    'Header api-key … is not valid for deployment gpt-5.2 in Sweden Central.',
  );
});

it('finds keys that it does not know by their pattern', () => {
  expect(createRedact()(`api-key: ${key}`)).not.toContain(key.slice(0, 20));
});

it('truncates and reads a long text quickly', () => {
  expect(redact('a&#'.repeat(1_000_000)).length).toBeLessThanOrEqual(1_000);
});
