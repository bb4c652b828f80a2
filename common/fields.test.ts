import * as v from 'valibot';
import * as fields from './fields';

const mirror = '\u202e';

describe('a name', () => {
  it.each([
    ['a right-to-left override', `GPT${mirror}`],
    ['an isolate', 'GPT \u2067x'],
    ['a direction mark', 'GPT\u200f'],
    ['a control character', 'G\u0007PT'],
    ['a tab', 'G\tPT'],
  ])('of a connector has no %s', (_what, name) => {
    expect(v.is(fields.targetName, name)).toBe(false);
  });

  it.each(['GPT-5.2 für Überwachung', 'נתוני GPT', '日本 👩\u200d💻', 'a'])(
    'of a connector can be %s',
    (name) => {
      expect(v.is(fields.targetName, name)).toBe(true);
    },
  );

  it.each([{ [`a${mirror}`]: '1' }, { a: `1${mirror}` }, { a: '1\n2' }])(
    'of a tag or its value has none either: %j',
    (tags) => {
      expect(v.is(fields.tags, tags)).toBe(false);
    },
  );
});
