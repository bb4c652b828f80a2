import type { OfferedModel } from '../azure';

/** Caches the model lists of regions, which have 700 kB each and rarely change. */
export interface ModelCache {
  read(key: string, load: () => Promise<OfferedModel[]>): Promise<OfferedModel[]>;
}

const lifeMs = 10 * 60_000;
/** About 50 kB each after parsing. */
const maximumEntries = 50;

/** Cached per sign-in: another person, or the same person after losing a role, can have fewer permissions. */
export const cacheOfSession = (cache: ModelCache, sessionId: string): ModelCache => ({
  read: (key, load) => cache.read(`${sessionId}/${key}`, load),
});

/** `now` is in milliseconds. A failed read is not cached. */
export function createModelCache(now: () => number = Date.now): ModelCache {
  const entries = new Map<string, { models: OfferedModel[]; until: number }>();
  return {
    async read(key, load) {
      const cached = entries.get(key);
      if (cached && cached.until > now()) return cached.models;
      entries.delete(key);
      const models = await load();
      const [oldest] = entries.keys();
      if (entries.size >= maximumEntries && oldest !== undefined) entries.delete(oldest);
      entries.set(key, { models, until: now() + lifeMs });
      return models;
    },
  };
}
