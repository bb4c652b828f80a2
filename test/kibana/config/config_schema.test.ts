import { schema } from './config_schema';

const settings = schema.object({
  enabled: schema.boolean({ defaultValue: true }),
  name: schema.string({
    minLength: 2,
    maxLength: 4,
    validate: (text) => (text === 'bad' ? 'is bad' : undefined),
  }),
  url: schema.maybe(schema.uri({ scheme: ['http', 'https'] })),
  hosts: schema.arrayOf(schema.string(), { maxSize: 2, defaultValue: [] }),
  either: schema.maybe(schema.oneOf([schema.string(), schema.arrayOf(schema.string())])),
  inner: schema.object({ on: schema.boolean({ defaultValue: false }) }),
});

describe('the configuration schema', () => {
  it('fills in defaults, also of objects that are absent', () => {
    expect(settings.validate({ name: 'abc', enabled: 'false' })).toEqual({
      enabled: false,
      name: 'abc',
      hosts: [],
      inner: { on: false },
    });
  });

  it.each([
    [{}, '[at.name]: expected value of type [string] but got [undefined]'],
    [{ name: 5 }, '[at.name]: expected value of type [string] but got [number]'],
    [{ name: 'a' }, '[at.name]: value has length [1] but it must have a minimum length of [2].'],
    [
      { name: 'abcde' },
      '[at.name]: value has length [5] but it must have a maximum length of [4].',
    ],
    [{ name: 'bad' }, '[at.name]: is bad'],
    [
      { name: 'abc', enabled: 1 },
      '[at.enabled]: expected value of type [boolean] but got [number]',
    ],
    [{ name: 'abc', url: 'ftp://a' }, '[at.url]: expected URI with scheme [http|https].'],
    [{ name: 'abc', hosts: 'a' }, '[at.hosts]: could not parse array value from json input'],
    [
      { name: 'abc', hosts: ['a', 1] },
      '[at.hosts.1]: expected value of type [string] but got [number]',
    ],
    [
      { name: 'abc', hosts: ['a', 'b', 'c'] },
      '[at.hosts]: array size is [3], but cannot be greater than [2]',
    ],
    [
      { name: 'abc', either: 1 },
      '[at.either]: types that failed validation:\n- [at.either.0]: expected value of type [string] but got [number]\n- [at.either.1]: expected value of type [array] but got [number]',
    ],
    [{ name: 'abc', inner: { off: 1 } }, '[at.inner.off]: definition for this key is missing'],
    [
      { name: 'abc', inner: 3 },
      '[at.inner]: expected a plain object value, but found [number] instead.',
    ],
  ])('rejects %j', (value, message) => {
    expect(() => settings.validate(value, {}, 'at')).toThrow(new Error(message));
  });
});
