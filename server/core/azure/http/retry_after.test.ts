import { createHttpHeaders } from '@azure/core-rest-pipeline';
import { pauseOf } from './retry_after';

const day = 86_400_000;

it.each([
  ['seconds', { 'retry-after': '86400' }],
  ['a date', { 'retry-after': new Date(Date.now() + day).toUTCString() }],
  ['milliseconds', { 'retry-after-ms': String(day) }],
  ["Azure's own milliseconds", { 'x-ms-retry-after-ms': String(day), 'retry-after': '1' }],
])('the wait is read from %s', (_form, headers) => {
  const pause = pauseOf(createHttpHeaders(headers)) ?? 0;
  expect(Math.abs(pause - day)).toBeLessThan(60_000);
});

it.each([[{}], [{ 'retry-after': '' }], [{ 'retry-after': 'soon' }]])(
  'there is no wait in %j',
  (headers) => {
    expect(pauseOf(createHttpHeaders(headers))).toBeUndefined();
  },
);

it('a past date means no wait', () => {
  const headers = createHttpHeaders({ 'retry-after': new Date(0).toUTCString() });
  expect(pauseOf(headers)).toBe(0);
});
