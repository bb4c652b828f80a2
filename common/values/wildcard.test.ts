import { covers } from './wildcard';

const action = 'Microsoft.CognitiveServices/accounts/listKeys/action';

describe('covers', () => {
  it.each([
    '*',
    '**',
    action,
    action.toUpperCase(),
    'Microsoft.CognitiveServices/*',
    '*/action',
    'Microsoft.*/listKeys/*',
    'microsoft.cognitiveservices/*/LISTKEYS/action',
    '*Microsoft*Cognitive*action*',
  ])('matches the action when the pattern is %s', (pattern) => {
    expect(covers(pattern, action)).toBe(true);
  });

  it.each([
    '',
    'Microsoft',
    'Microsoft.CognitiveServices',
    '*/read',
    'Microsoft.CognitiveServices/*/write',
    'MicrosoftxCognitiveServices/*',
    '*/listKeys/action/*',
    // Each part of the action matches one part of the pattern only.
    'Microsoft.CognitiveServices/accounts/listKeys/action*action',
    `${action}$`,
    '.*',
    // U+212A and U+017F are no ASCII letters, though they fold to them.
    'Microsoft.CognitiveServices/accounts/list\u212Aeys/action',
    'Micro\u017Foft.CognitiveServices/*',
  ])('does not match the action when the pattern is %j', (pattern) => {
    expect(covers(pattern, action)).toBe(false);
  });

  it('agrees with a table of all choices when patterns are random', () => {
    let seed = 20_261_128;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const text = (letters: string, length: number) =>
      Array.from({ length }, () => letters[random(letters.length)]).join('');
    for (let round = 0; round < 5_000; round++) {
      const pattern = text('ab*', random(8));
      const word = text('aB', random(8));
      expect([pattern, word, covers(pattern, word)]).toEqual([
        pattern,
        word,
        byTable(pattern, word.toLowerCase()),
      ]);
    }
  });

  it.each([
    ['eight wildcards', '*a'.repeat(8) + '!'],
    ['a thousand wildcards', '*i'.repeat(1_000) + '!'],
    ['only wildcards', '*'.repeat(100_000) + '!'],
    ['a long text', 'c'.repeat(1_000_000)],
  ])('takes no longer for %s than for anything else', (_what, pattern) => {
    expect(covers(pattern, `Microsoft/${'ai'.repeat(100)}`)).toBe(false);
  });
});

/** The textbook's table: whether the first `j` letters match the first `i` of the pattern. */
function byTable(pattern: string, word: string): boolean {
  let row = Array.from({ length: word.length + 1 }, (_, j) => j === 0);
  for (const letter of pattern) {
    const next = [letter === '*' && (row[0] ?? false)];
    for (let j = 1; j <= word.length; j++) {
      const taken = letter === '*' ? row[j] || next[j - 1] : letter === word[j - 1] && row[j - 1];
      next.push(taken === true);
    }
    row = next;
  }
  return row[word.length] === true;
}
