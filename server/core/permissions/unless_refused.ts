import { isFailure } from '../../../common/problem';

export const isRefused = (error: unknown): boolean => isFailure(error, 'authorization_failed');

/** The result; undefined if the person lacks the permission. */
export async function unlessRefused<T>(look: Promise<T>): Promise<T | undefined> {
  try {
    return await look;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}
