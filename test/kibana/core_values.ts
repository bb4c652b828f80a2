/** The one value, as opposed to types, that the plugin imports from `@kbn/core/server`. */
export const DEFAULT_APP_CATEGORIES = Object.freeze({
  management: {
    id: 'management',
    label: 'Management',
    order: 5000,
    euiIconType: 'managementApp',
  },
});
