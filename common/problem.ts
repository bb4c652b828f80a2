import { isRecord } from './values/json';
import { isProblemCode, problemCodes, type ProblemCode } from './problem_codes';
import type { ProblemDetails } from './problem_details';
import type { SetupField } from './setup_request';
import type { SignInField } from './sign_in';

export { isProblemCode, problemCodes, type ProblemCode };

/** Azure's message for support, shown collapsed. */
export interface AzureWords {
  code?: string;
  message?: string;
  correlationId?: string;
  /** ISO 8601. */
  at?: string;
}

/** A parameter of the SetupRequest or of the sign-in. */
export type ProblemField = SetupField | SignInField;

type DetailOf<Code> = Code extends keyof ProblemDetails ? ProblemDetails[Code] : undefined;

/** A union over the codes: `switch (problem.code)` narrows the detail. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  [Each in Code]: {
    code: Each;
    /** The parameter to change. */
    field?: ProblemField | undefined;
    detail?: DetailOf<Each> | undefined;
    azure?: AzureWords | undefined;
  };
}[Code];

type Values = Readonly<Record<string, string | number | undefined>>;

/** The detail of any problem. */
export const valuesOf = (problem: Problem | undefined): Values => problem?.detail ?? {};

/** Builds the problem of a code from a table. */
export const problemWith = <Code extends ProblemCode>(
  code: Code,
  about: { field?: ProblemField | undefined; azure?: AzureWords | undefined } = {},
): Problem<Code> => ({ ...about, code });

/** Builds the problem with details from a table, too. */
export function withDetail(problem: Problem, values: Values): Problem {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  if (known.length === 0) return problem;
  const whole: unknown = {
    ...problem,
    detail: { ...problem.detail, ...Object.fromEntries(known) },
  };
  return isProblem(whole) ? whole : problem;
}

/** The exception that carries a Problem. */
export class SetupError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'SetupError';
  }
}

/** The Problem of any error. */
export const problemOf = (error: unknown): Problem =>
  error instanceof SetupError ? error.problem : { code: 'unexpected' };

export const isFailure = (error: unknown, code: ProblemCode): error is SetupError =>
  error instanceof SetupError && error.problem.code === code;

/** Undefined for one failure that may be ignored; any other is thrown. */
export async function unlessFailure<T>(
  look: Promise<T>,
  ...codes: readonly ProblemCode[]
): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof SetupError && codes.includes(error.problem.code)) return undefined;
    throw error;
  }
}

/** For optional information: a `SetupError` becomes `undefined`, a programming error is thrown. */
export async function unlessSetupError<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof SetupError && error.problem.code !== 'unexpected') return undefined;
    throw error;
  }
}

/** True for a Problem from the network: a known code and primitive values. The values themselves are not checked. */
export const isProblem = (outside: unknown): outside is Problem =>
  isRecord(outside) &&
  isProblemCode(outside.code) &&
  Object.values(isRecord(outside.detail) ? outside.detail : {}).every(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
