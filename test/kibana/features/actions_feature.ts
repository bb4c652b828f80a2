const management = { insightsAndAlerting: ['triggersActions', 'triggersActionsConnectors'] };

/** Kibana's own feature "Actions and Connectors". */
export const actionsFeature = {
  id: 'actions',
  name: 'Actions and Connectors',
  category: { id: 'management', label: 'Management', order: 5000, euiIconType: 'managementApp' },
  app: [],
  order: 3000,
  management,
  privileges: {
    all: {
      app: [],
      api: ['actions:execute-basic-connectors'],
      management,
      savedObject: { all: ['action', 'action_task_params', 'connector_token'], read: [] },
      ui: ['show', 'execute', 'save', 'delete'],
    },
    read: {
      app: [],
      api: ['actions:execute-basic-connectors'],
      management,
      savedObject: { all: ['action_task_params'], read: ['action'] },
      ui: ['show', 'execute'],
    },
  },
};
