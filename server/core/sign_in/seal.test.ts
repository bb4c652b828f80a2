import * as v from 'valibot';
import { isProblemCode, SetupError } from '../../../common/problem';
import { session } from '../../../common/fields';
import { createSeal, type SealPurpose } from './seal';

const key = 'k'.repeat(32);
const bound = { user: 'realm/elena', space: 'default' };
const tomorrow = new Date(Date.now() + 86_400_000);
const content = { accessToken: 'a.b.c' };

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof SetupError && isProblemCode(error.problem.code)) return error.problem.code;
    throw error;
  }
  return 'opened';
};

describe('a seal', () => {
  const { seal, open } = createSeal(key);
  const sealed = seal('session', content, bound, tomorrow);

  it('opens for the same person in the same space', () => {
    expect(open('session', sealed, bound)).toEqual(content);
  });

  it('is a valid session text and never the same twice', () => {
    expect(v.is(session, sealed)).toBe(true);
    expect(seal('session', content, bound, tomorrow)).not.toBe(sealed);
  });

  it('hides its content', () => {
    const hidden = seal('session', { accessToken: 'find-me' }, bound, tomorrow);
    expect(Buffer.from(hidden, 'base64url').toString('latin1')).not.toContain('find-me');
  });

  it('can contain the longest pasted token', () => {
    // Base64 of random bytes, like a token.
    const accessToken = Array.from({ length: 24_576 }, (_, i) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.charAt(
        ((i * 7_919) ^ (i >> 3) ^ (i * i)) & 63,
      ),
    ).join('');
    const long = seal('session', { cloud: 'public', accessToken }, bound, tomorrow);
    expect(v.is(session, long)).toBe(true);
    expect(open('session', long, bound)).toEqual({ cloud: 'public', accessToken });
  });

  it.each([
    ['another person', { ...bound, user: 'realm/otto' }],
    ['another space', { ...bound, space: 'red' }],
    ['the two run together', { user: 'realm/elenadefault', space: '' }],
  ])('does not open for %s', (_, other) => {
    expect(codeOf(() => open('session', sealed, other))).toBe('session_unreadable');
  });

  it('does not open for another purpose', () => {
    expect(codeOf(() => open('device_code', sealed, bound))).toBe('session_unreadable');
  });

  it('does not open if any byte was altered', () => {
    const bytes = Buffer.from(sealed, 'base64url');
    const opened = bytes.map((_, index) => {
      const altered = Buffer.from(bytes);
      altered[index] = (altered[index] ?? 0) ^ 1;
      const text = altered.toString('base64url');
      return codeOf(() => open('session', text, bound)) === 'session_unreadable' ? 0 : 1;
    });
    expect(opened.every((one) => one === 0)).toBe(true);
  });

  it.each(['', 'A', 'not base64 at all!', 'AQ', sealed.slice(0, -4)])('refuses %p', (text) => {
    expect(codeOf(() => open('session', text, bound))).toBe('session_unreadable');
  });

  it.each<[SealPurpose, string]>([
    ['session', 'session_expired'],
    ['device_code', 'device_code_expired'],
  ])('reports an expired %s', (purpose, code) => {
    let now = 1_000;
    const clocked = createSeal(key, () => now);
    const text = clocked.seal(purpose, content, bound, new Date(2_000));
    expect(codeOf(() => clocked.open(purpose, text, bound))).toBe('opened');
    now = 2_000;
    expect(codeOf(() => clocked.open(purpose, text, bound))).toBe(code);
  });

  it('opens in another process with the same key only', () => {
    expect(createSeal(key).open('session', sealed, bound)).toEqual(content);
    expect(codeOf(() => createSeal('x'.repeat(32)).open('session', sealed, bound))).toBe(
      'session_unreadable',
    );
  });

  it('without a key is valid in its process only', () => {
    const mine = createSeal();
    const text = mine.seal('session', content, bound, tomorrow);
    expect(mine.open('session', text, bound)).toEqual(content);
    expect(codeOf(() => createSeal().open('session', text, bound))).toBe('session_unreadable');
  });

  it('requires a key of 32 characters', () => {
    expect(() => createSeal('k'.repeat(31))).toThrow('32');
  });
});
