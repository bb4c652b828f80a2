import type { KibanaFeatureConfig } from '@kbn/features-plugin/server';
import { apiPrivilege } from '../common/routes';

const id = 'azureOpenaiSetup';

/** The feature whose `all` privilege opens the page's routes. It owns no saved objects. */
export const feature: KibanaFeatureConfig = {
  id,
  name: 'Azure OpenAI setup',
  category: { id: 'management', label: 'Management', order: 5000, euiIconType: 'managementApp' },
  order: 3050,
  app: [id],
  privileges: {
    all: {
      app: [id],
      api: [apiPrivilege],
      savedObject: { all: [], read: [] },
      ui: ['show', 'manage'],
    },
    // Sees the page and what is missing; may call nothing.
    read: { app: [id], api: [], savedObject: { all: [], read: [] }, ui: ['show'] },
  },
};
