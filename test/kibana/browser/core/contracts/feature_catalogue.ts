import type { Capabilities } from '@kbn/core/server';
import type { FeatureCatalogueEntry, HomePublicPluginSetup } from '@kbn/home-plugin/public';

export interface FeatureCatalogue {
  setup: HomePublicPluginSetup;
  /** Entries of the home page for this user. */
  listEntries(): FeatureCatalogueEntry[];
}

/** The contract of `home`. */
export const createFeatureCatalogue = ({ catalogue = {} }: Capabilities): FeatureCatalogue => {
  const entries = new Map<string, FeatureCatalogueEntry>();
  const register = (entry: FeatureCatalogueEntry) => {
    if (entries.has(entry.id)) {
      throw new Error(
        `Feature with id [${entry.id}] has already been registered. Use a unique id.`,
      );
    }
    entries.set(entry.id, entry);
  };
  return {
    setup: { featureCatalogue: { register } },
    listEntries: () =>
      [...entries.values()].filter(
        ({ id, showOnHomePage }) => showOnHomePage && catalogue[id] !== false,
      ),
  };
};
