import * as v from 'valibot';
import { schemaError, validationError } from '../config/config_schema_errors';
import { explain } from '../../shapes';
import { fieldOf } from '../config/unknown_values';
import type { RequestParts } from './kibana_request';

type Validator = (data: unknown, namespace: string) => unknown;
export type Validators = Partial<Record<keyof RequestParts, Validator>>;

const partNames = ['params', 'query', 'body'] as const;

/** Reads `validate` of a version: `false`, or `{ request: { params, query, body } }`. */
export function readValidation(validate: unknown, where: string): Validators {
  if (validate === undefined) {
    throw new Error(
      `${where} does not have a 'validate' specified. Use 'false' as the value if you want to bypass validation.`,
    );
  }
  if (validate === false) return {};
  const request = fieldOf(validate, 'request');
  const validators: Validators = {};
  for (const name of partNames) {
    const rule = fieldOf(request, name);
    if (rule !== undefined) validators[name] = validatorOf(rule, name);
  }
  return validators;
}

function validatorOf(rule: unknown, key: string): Validator {
  if (typeof rule === 'function') {
    return (data, namespace) => byFunction(rule, data, namespace);
  }
  throw new Error(
    `Expected a valid validation logic declared with '@kbn/config-schema' package, '@kbn/zod' package or a RouteValidationFunction at key: [${key}].`,
  );
}

const resultFactory = {
  ok: (value: unknown) => ({ value }),
  badRequest: (error: unknown, path: string[] = []) => ({ error: schemaError(error, path) }),
};

/** A `RouteValidationFunction` of the host's own routes. */
export const checkedBy =
  (schema: v.GenericSchema) =>
  (data: unknown, { ok, badRequest }: typeof resultFactory) => {
    const result = v.safeParse(schema, data);
    return result.success ? ok(result.output) : badRequest(explain(result.issues));
  };

function byFunction(rule: object, data: unknown, namespace: string): unknown {
  let result: unknown;
  try {
    if (typeof rule === 'function') result = Reflect.apply(rule, undefined, [data, resultFactory]);
  } catch (error) {
    throw validationError(error, namespace);
  }
  const error = fieldOf(result, 'error');
  if (error) throw validationError(error, namespace);
  return fieldOf(result, 'value');
}

/** A part without a validator is an empty object, whatever was sent. Throws an error with the 400's text. */
export function validateParts(validators: Validators, raw: RequestParts): RequestParts {
  const of = (name: keyof RequestParts) => {
    const validate = validators[name];
    return validate ? validate(raw[name], `request ${name}`) : {};
  };
  return { params: of('params'), query: of('query'), body: of('body') };
}
