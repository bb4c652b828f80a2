const nothing = { all: [], read: [] };

/** A feature with one app. */
const appFeature = (id: string, name: string, app: string, category: string, label: string) => ({
  id,
  name,
  category: { id: category, label },
  app: [app],
  privileges: {
    all: { app: [app], savedObject: nothing, ui: ['show'] },
    read: { app: [app], savedObject: nothing, ui: ['show'] },
  },
});

/** The features of Kibana whose apps have an AI Assistant, under Kibana's ids. */
export const assistantFeatures = [
  appFeature(
    'observabilityAIAssistant',
    'Observability AI Assistant',
    'observabilityAIAssistant',
    'observability',
    'Observability',
  ),
  appFeature('agentBuilder', 'Agent Builder', 'agent_builder', 'enterpriseSearch', 'Elasticsearch'),
  {
    ...appFeature('advancedSettings', 'Advanced Settings', 'advanced', 'management', 'Management'),
    app: [],
    privileges: {
      all: { app: [], savedObject: { all: ['config'], read: [] }, ui: ['save', 'show'] },
      read: { app: [], savedObject: nothing, ui: ['show'] },
    },
  },
  appFeature('siemV5', 'Security', 'securitySolutionUI', 'securitySolution', 'Security'),
];
