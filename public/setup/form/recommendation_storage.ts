import type { QueryClient } from '@tanstack/react-query';
import * as v from 'valibot';
import type { Recommendation } from '../../../common/recommendation';
import { loadFromTab, saveInTab } from '../../shared/browser_storage';

/** The recommendation in session storage, because a new one would have other names. */
interface Stored {
  /** The query key as JSON. */
  key: string;
  found: Recommendation;
}

const shape = v.object({
  key: v.pipe(v.string(), v.parseJson(), v.array(v.unknown())),
  found: v.looseObject({}),
});

/** One per space. */
const storageKey = (basePath: string) => `azureOpenaiSetup.recommendation.1:${basePath}`;

/** Restores the saved recommendation into the query cache. */
export function restoreRecommendation(client: QueryClient, basePath: string): void {
  const stored = v.safeParse(shape, loadFromTab(storageKey(basePath)));
  if (stored.success) client.setQueryData(stored.output.key, stored.output.found);
}

/** Saves a recommendation; undefined deletes the saved one. */
export const saveRecommendation = (basePath: string, stored: Stored | undefined): void =>
  saveInTab(storageKey(basePath), stored);
