import { isRecord } from './values/json';
import { isProblemCode, problemCodes, type ProblemCode } from './problem_codes';
import type { ProblemDetails } from './problem_details';
import type { SetupField } from './setup_request';
import type { SignInField } from './sign_in';

export { isProblemCode, problemCodes, type ProblemCode };

/** Azure's own message, shown collapsed: support asks for the correlation id. */
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
    /** The parameter that would have to change. */
    field?: ProblemField | undefined;
    detail?: DetailOf<Each> | undefined;
    azure?: AzureWords | undefined;
  };
}[Code];

type Values = Readonly<Record<string, string | number | undefined>>;

/** The values of a problem whose code does not matter. */
export const valuesOf = (problem: Problem | undefined): Values => problem?.detail ?? {};

/** The problem of a code that comes from a table. */
export const problemWith = <Code extends ProblemCode>(
  code: Code,
  about: { field?: ProblemField | undefined; azure?: AzureWords | undefined } = {},
): Problem<Code> => ({ ...about, code });

/** The problem with values that come from a table, too. */
export function withDetail(problem: Problem, values: Values): Problem {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  if (known.length === 0) return problem;
  const whole: unknown = {
    ...problem,
    detail: { ...problem.detail, ...Object.fromEntries(known) },
  };
  return isProblem(whole) ? whole : problem;
}

/** How a named failure travels inside the server. */
export class SetupError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
    this.name = 'SetupError';
  }
}

export const isFailure = (error: unknown, code: ProblemCode): error is SetupError =>
  error instanceof SetupError && error.problem.code === code;

/** Optional information: a failed look is `undefined`, a programming error is thrown. */
export async function unlessSetupError<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof SetupError && error.problem.code !== 'unexpected') return undefined;
    throw error;
  }
}

/** True for a Problem from outside: a known code, and values that words can name. Which values are there is not known. */
export const isProblem = (outside: unknown): outside is Problem =>
  isRecord(outside) &&
  isProblemCode(outside.code) &&
  Object.values(isRecord(outside.detail) ? outside.detail : {}).every(
    (value) => typeof value === 'string' || typeof value === 'number',
  );
