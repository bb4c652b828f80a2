import * as v from 'valibot';
import { explain, finite, object, record, strictObject } from './shapes';

test.each([object({}), strictObject({}), record(v.unknown())])(
  'an object schema refuses an array',
  (schema) => {
    expect(v.is(schema, {})).toBe(true);
    expect(v.is(schema, [])).toBe(false);
  },
);

test('a number has to be finite', () => {
  expect(v.is(finite, JSON.parse('1e999'))).toBe(false);
});

test('explain names the path and never the value', () => {
  const { issues = [] } = v.safeParse(
    strictObject({ key: v.pipe(v.string(), v.minLength(9)), kind: v.picklist(['a']) }),
    { key: 'secret', kind: 'secret', more: 'secret' },
  );
  const text = explain(issues);
  expect(text).toContain('at key');
  expect(text).toContain('Unrecognized key: "more"');
  expect(text).not.toContain('secret');
});
