import type { Problem, ProblemCode } from '../../problem';

/** The texts of a problem: title, cause and remedy. */
export interface ProblemText {
  title: string;
  cause: string;
  remedy: string;
  link?: { href: string; text: string };
  /** A command line that solves it; every value in it is quoted. */
  command?: string | undefined;
  /** A text to send to an administrator who can solve it. */
  message?: string | undefined;
}

/** The texts of several codes, as functions of the problem. */
export type Words<Code extends ProblemCode = ProblemCode> = {
  [Each in Code]: (problem: Problem<Each>) => ProblemText;
};

/**
 * True if all of these values are known; an empty text counts as unknown. A problem can come from another version of
 * the plugin, so even a required value can be missing.
 */
export const has = <Detail extends object, Name extends keyof Detail>(
  detail: Detail | undefined,
  ...names: Name[]
): detail is Detail & { [Each in Name]-?: NonNullable<Detail[Each]> } =>
  detail !== undefined && names.every((name) => detail[name] !== undefined && detail[name] !== '');

/** The same for numbers that must be positive. */
export const hasPositive = <Detail extends object, Name extends keyof Detail>(
  detail: Detail | undefined,
  ...names: Name[]
): detail is Detail & { [Each in Name]-?: NonNullable<Detail[Each]> } =>
  has(detail, ...names) && names.every((name) => Number(detail[name]) > 0);

/** For a `select` argument: the servers that call the model, by default `kibana`. */
export const callerOf = (detail: { caller?: string } | undefined) => ({
  caller: detail?.caller ?? 'kibana',
});
