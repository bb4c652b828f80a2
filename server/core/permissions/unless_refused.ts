import { isFailure, unlessFailure } from '../../../common/problem';

export const isRefused = (error: unknown): boolean => isFailure(error, 'authorization_failed');

/** The result; undefined if the person lacks the permission. */
export const unlessRefused = <T>(look: Promise<T>): Promise<T | undefined> =>
  unlessFailure(look, 'authorization_failed');
