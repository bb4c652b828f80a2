import type { Problem } from '../../problem';

/** What a person reads: what happened, why, and what to do next. */
export interface ProblemText {
  title: string;
  cause: string;
  remedy: string;
  link?: { href: string; text: string };
  /** A command line for whoever can solve it; every value in it is quoted. */
  command?: string;
}

export type Words = (problem: Problem) => ProblemText;

type Detail = NonNullable<Problem['detail']>;

/** True when all of these values are known, so that a sentence can name them. */
export const has = <Name extends string>(
  detail: Detail | undefined,
  ...names: Name[]
): detail is Detail & Readonly<Record<Name, string | number>> =>
  detail !== undefined && names.every((name) => detail[name] !== undefined);

/** Joins sentences; the ones whose values are not known are left out. */
export const sentences = (...parts: Array<string | false | undefined>): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
