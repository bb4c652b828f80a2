import { DEFAULT_APP_CATEGORIES } from '@kbn/core/server';
import type { KibanaFeatureConfig } from '@kbn/features-plugin/server';
import { i18n } from '@kbn/i18n';
import { managePrivilege, readPrivilege, serverIdentityPrivilege } from '../common/route';

const id = 'azureOpenaiSetup';

/** Stack Management, next to Connectors, and the home page. */
const entries = { management: { insightsAndAlerting: [id] }, catalogue: [id] };

const nothing = { all: [], read: [] };

/** The feature whose privileges open the page's routes. It owns no saved objects. */
export const feature = (): KibanaFeatureConfig => ({
  id,
  // Texts refer to the privilege by this name.
  name: i18n.translate('azureOpenaiSetup.feature.name', { defaultMessage: 'Azure OpenAI setup' }),
  category: DEFAULT_APP_CATEGORIES.management,
  order: 3050,
  app: [id],
  ...entries,
  privileges: {
    all: {
      app: [id],
      ...entries,
      api: [readPrivilege, managePrivilege],
      savedObject: nothing,
      ui: ['show', 'manage'],
    },
    // Shows missing prerequisites and the person's own runs; read-only.
    read: { app: [id], api: [readPrivilege], savedObject: nothing, ui: ['show'] },
  },
});

/** The capability to act as the Kibana server. */
export const serverIdentityFeatureId = 'azureOpenaiSetupServerIdentity';

/**
 * A separate feature, because sub-feature privileges need a license, and because `all` on all features must not include
 * it.
 */
export const serverIdentityFeature = (): KibanaFeatureConfig => ({
  id: serverIdentityFeatureId,
  name: i18n.translate('azureOpenaiSetup.feature.serverIdentity', {
    defaultMessage: 'Azure OpenAI setup: server identity',
  }),
  category: DEFAULT_APP_CATEGORIES.management,
  order: 3051,
  app: [],
  excludeFromBasePrivileges: true,
  privileges: {
    all: { api: [serverIdentityPrivilege], savedObject: nothing, ui: ['use'] },
    read: { disabled: true, savedObject: nothing, ui: [] },
  },
});
