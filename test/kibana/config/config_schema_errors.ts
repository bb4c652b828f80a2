/** Validation error of a schema, with the path in the value; a union carries the failures of its alternatives. */
export interface SchemaError extends Error {
  readonly path: string[];
  readonly errors?: SchemaError[];
}

const isSchemaError = (value: unknown): value is SchemaError =>
  value instanceof Error && 'path' in value && Array.isArray(value.path);

/** Wraps text or an error; an error that has a path already keeps it. */
export function schemaError(
  cause: unknown,
  path: string[] = [],
  errors?: SchemaError[],
): SchemaError {
  if (isSchemaError(cause)) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(new Error(message), { path, ...(errors && { errors }) });
}

function describe(error: SchemaError, namespace: string | undefined, level: number): string {
  const path = namespace === undefined ? error.path : [namespace, ...error.path];
  const children = (error.errors ?? []).map(
    (child) => `\n${'  '.repeat(level)}- ${describe(child, namespace, level + 1)}`,
  );
  const message = error.message + children.join('');
  return path.length === 0 ? message : `[${path.join('.')}]: ${message}`;
}

/** The error a caller of `validate` sees: `[namespace.path]: message`. */
export function validationError(cause: unknown, namespace?: string): Error {
  return new Error(describe(schemaError(cause), namespace, 0));
}

/** The type's name as Kibana's messages spell it: `undefined`, `null`, `string`, `Array`, `Object`. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return typeof value === 'object'
    ? Object.prototype.toString.call(value).slice(8, -1)
    : typeof value;
}
