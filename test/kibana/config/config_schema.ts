import { schemaError, typeName, validationError, type SchemaError } from './config_schema_errors';

/** Kibana's configuration schema: the builders that this plugin uses, with Kibana's messages. */
export interface Type<V> {
  readonly __isKbnConfigSchemaType: true;
  /** Exists for the compiler only. */
  readonly type: V;
  validate(value: unknown, context?: object, namespace?: string): V;
  /** Throws a `SchemaError`. */
  check(value: unknown, path: string[]): V;
  /** Every setting below, by its path. */
  getSchemaStructure(): Array<{ path: string[] }>;
}
export type TypeOf<T extends Type<unknown>> = T['type'];
type ObjectOf<P extends Record<string, Type<unknown>>> = { [K in keyof P]: TypeOf<P[K]> };

interface Options<V> {
  defaultValue?: V;
  validate?: (value: V) => string | void;
}

type Check<V> = (value: unknown, path: string[]) => V;

const leaf: Type<unknown>['getSchemaStructure'] = () => [{ path: [] }];

function typeFrom<V>(base: Check<V>, options: Options<V> = {}, getSchemaStructure = leaf): Type<V> {
  const check: Check<V> = (value, path) => {
    if (value === undefined && options.defaultValue !== undefined) return options.defaultValue;
    const checked = base(value, path);
    const objection = options.validate?.(checked);
    if (typeof objection === 'string') throw schemaError(objection, path);
    return checked;
  };
  return {
    __isKbnConfigSchemaType: true,
    get type(): V {
      throw new Error('`type` is for the compiler only.');
    },
    check,
    getSchemaStructure,
    validate(value, _context, namespace) {
      try {
        return check(value, []);
      } catch (error) {
        throw validationError(error, namespace);
      }
    },
  };
}

const boolean = (options: Options<boolean> = {}) =>
  typeFrom<boolean>((value, path) => {
    const text = typeof value === 'string' ? value.toLowerCase() : value;
    if (text === true || text === 'true') return true;
    if (text === false || text === 'false') return false;
    throw schemaError(`expected value of type [boolean] but got [${typeName(value)}]`, path);
  }, options);

function string(options: Options<string> & { minLength?: number; maxLength?: number } = {}) {
  const { minLength = 0, maxLength = Infinity } = options;
  return typeFrom<string>((value, path) => {
    if (typeof value !== 'string') {
      throw schemaError(`expected value of type [string] but got [${typeName(value)}]`, path);
    }
    const has = `value has length [${value.length}] but it must have a`;
    if (value.length < minLength) {
      throw schemaError(`${has} minimum length of [${minLength}].`, path);
    }
    if (value.length > maxLength) {
      throw schemaError(`${has} maximum length of [${maxLength}].`, path);
    }
    return value;
  }, options);
}

const uri = (options: Options<string> & { scheme?: string | string[] } = {}) =>
  typeFrom<string>((value, path) => {
    if (typeof value !== 'string') {
      throw schemaError(`expected value of type [string] but got [${typeName(value)}].`, path);
    }
    // Joi's: an authority in ASCII, the scheme as it is listed, any digits as a port.
    const scheme = /^([a-z][a-z0-9+.-]*):\/\/[\x21-\x7e]+$/.exec(value)?.[1];
    const schemes = options.scheme === undefined ? undefined : [options.scheme].flat();
    if (schemes && !schemes.some((one) => one === scheme)) {
      throw schemaError(`expected URI with scheme [${schemes.join('|')}].`, path);
    }
    if (
      !scheme ||
      !/^[a-z]+:\/\/([^/?#@]*@)?([\w.~-]+|\[[\da-fA-F:.]+\])(:\d*)?([/?#]|$)/.test(value)
    ) {
      throw schemaError('value must be a valid URI (see RFC 3986).', path);
    }
    return value;
  }, options);

const literal = <const V extends string | number | boolean | null>(expected: V) =>
  typeFrom<V>((value, path) => {
    if (value !== expected) throw schemaError(`expected value to equal [${expected}]`, path);
    return expected;
  });

const maybe = <V>(type: Type<V>) =>
  typeFrom<V | undefined>((value, path) =>
    value === undefined ? undefined : type.check(value, path),
  );

function parsed(value: unknown, kind: string, path: string[]): unknown {
  if (typeof value !== 'string') return value;
  try {
    const result: unknown = JSON.parse(value);
    return result;
  } catch {
    throw schemaError(`could not parse ${kind} value from json input`, path);
  }
}

const arrayOf = <V>(
  type: Type<V>,
  options: Options<V[]> & { minSize?: number; maxSize?: number } = {},
) =>
  typeFrom<V[]>((value, path) => {
    const given = parsed(value, 'array', path);
    if (!Array.isArray(given)) {
      throw schemaError(`expected value of type [array] but got [${typeName(given)}]`, path);
    }
    const { minSize = 0, maxSize = Infinity } = options;
    const size = `array size is [${given.length}], but cannot be`;
    if (given.length < minSize) throw schemaError(`${size} smaller than [${minSize}]`, path);
    if (given.length > maxSize) throw schemaError(`${size} greater than [${maxSize}]`, path);
    return given.map((item, index) => type.check(item, [...path, String(index)]));
  }, options);

function oneOf<const Types extends ReadonlyArray<Type<unknown>>>(
  types: Types,
  options: Options<TypeOf<Types[number]>> = {},
) {
  return typeFrom<TypeOf<Types[number]>>((value, path) => {
    const failures: SchemaError[] = [];
    for (const [index, type] of types.entries()) {
      try {
        return type.check(value, [...path, String(index)]);
      } catch (error) {
        failures.push(schemaError(error, path));
      }
    }
    throw schemaError('types that failed validation:', path, failures);
  }, options);
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeName(value) === 'Object';

const entryOf = <P extends Record<string, Type<unknown>>>(properties: P) => ({
  complete: (value: Record<string, unknown>): value is ObjectOf<P> =>
    Object.keys(properties).every((key) => key in value),
});

const object = <P extends Record<string, Type<unknown>>>(
  properties: P,
  options: Options<ObjectOf<P>> & { unknowns?: 'forbid' | 'allow' } = {},
) =>
  typeFrom<ObjectOf<P>>(
    (value, path) => {
      const given = value === undefined ? {} : parsed(value, 'object', path);
      if (!isPlainObject(given)) {
        throw schemaError(
          `expected a plain object value, but found [${typeName(given)}] instead.`,
          path,
        );
      }
      const result: Record<string, unknown> = options.unknowns === 'allow' ? { ...given } : {};
      for (const [key, type] of Object.entries(properties)) {
        result[key] = type.check(given[key], [...path, key]);
      }
      const unknown = Object.keys(given).find((key) => !Object.hasOwn(properties, key));
      if (unknown !== undefined && (options.unknowns ?? 'forbid') === 'forbid') {
        throw schemaError('definition for this key is missing', [...path, unknown]);
      }
      if (!entryOf(properties).complete(result)) throw schemaError('incomplete object', path);
      return result;
    },
    options,
    () =>
      Object.entries(properties).flatMap(([key, type]) =>
        type.getSchemaStructure().map(({ path }) => ({ path: [key, ...path] })),
      ),
  );

export const schema = { boolean, string, uri, literal, maybe, arrayOf, oneOf, object };
