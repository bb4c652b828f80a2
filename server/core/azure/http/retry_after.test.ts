import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { pauseOf } from './retry_after';

const day = 86_400_000;

it.each([
  ['seconds', { 'retry-after': '86400' }],
  ['a date', { 'retry-after': new Date(Date.now() + day).toUTCString() }],
  ['milliseconds', { 'retry-after-ms': String(day) }],
  ["Azure's own milliseconds", { 'x-ms-retry-after-ms': String(day), 'retry-after': '1' }],
])('a pause is read when it is said in %s', (_form, headers) => {
  const pause = pauseOf(createHttpHeaders(headers)) ?? 0;
  expect(Math.abs(pause - day)).toBeLessThan(60_000);
});

it.each([[{}], [{ 'retry-after': '' }], [{ 'retry-after': 'soon' }]])(
  'no pause is read in %j',
  (headers) => {
    expect(pauseOf(createHttpHeaders(headers))).toBeUndefined();
  },
);

it('a date that is over asks for no pause', () => {
  const headers = createHttpHeaders({ 'retry-after': new Date(0).toUTCString() });
  expect(pauseOf(headers)).toBe(0);
});
