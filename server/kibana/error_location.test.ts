import { SetupError } from '../../common/problem';
import { describeErrorLocation } from './error_location';

const secret = 'eyJ0b2tlbg.secret';
const mistake = new TypeError(`cannot read ${secret}`);

test('an error location has the name and the stack of an error, not its message', () => {
  const said = describeErrorLocation(mistake);
  expect(said).toMatch(/^TypeError\n\s+at .*error_location\.test\.ts/);
  expect(said).not.toContain(secret);
});

test('an error location is that of the cause when there is one', () => {
  const named = Object.assign(new SetupError({ code: 'unexpected' }), { cause: mistake });
  expect(describeErrorLocation(named)).toBe(describeErrorLocation(mistake));
});

test('an error location is unknown when a value is no error', () => {
  expect(describeErrorLocation(secret)).toBe('unknown failure');
});
