import type { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import type { Recommendation } from '../../../common/recommendation';

/** The recommendation in session storage, because a new one would have other names. */
interface Stored {
  /** The query key as JSON. */
  key: string;
  found: Recommendation;
}

const keySchema = v.pipe(v.string(), v.parseJson(), v.array(v.unknown()));
const shape = v.object({ key: v.string(), found: v.looseObject({}) });
const isStoredRecommendation = (value: unknown): value is Stored => v.is(shape, value);

/** One per space. */
const storageKey = (basePath: string) => `azureOpenaiSetup.recommendation.1:${basePath}`;

/** Restores the saved recommendation into the query cache. */
export function restoreRecommendation(client: QueryClient, basePath: string): void {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey(basePath)) ?? 'null');
    if (isStoredRecommendation(stored))
      client.setQueryData(v.parse(keySchema, stored.key), stored.found);
  } catch {
    // Blocked or foreign storage: a new recommendation is read.
  }
}

/** Saves a recommendation; undefined deletes the saved one. */
export function saveRecommendation(basePath: string, stored: Stored | undefined): void {
  try {
    if (stored) sessionStorage.setItem(storageKey(basePath), JSON.stringify(stored));
    else sessionStorage.removeItem(storageKey(basePath));
  } catch {
    // Full or blocked: a reload then reads a new recommendation.
  }
}
