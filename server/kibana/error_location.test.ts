import { SetupError } from '../../common/problem';
import { describeErrorLocation } from './error_location';

const secret = 'eyJ0b2tlbg.secret';
const mistake = new TypeError(`cannot read ${secret}`);

test('the log learns what kind of error it was and where, not what it says', () => {
  const said = describeErrorLocation(mistake);
  expect(said).toMatch(/^TypeError\n\s+at .*error_location\.test\.ts/);
  expect(said).not.toContain(secret);
});

test('a named failure tells of its cause', () => {
  const named = Object.assign(new SetupError({ code: 'unexpected' }), { cause: mistake });
  expect(describeErrorLocation(named)).toBe(describeErrorLocation(mistake));
});

test('what is no error is said to be none', () => {
  expect(describeErrorLocation(secret)).toBe('unknown failure');
});
