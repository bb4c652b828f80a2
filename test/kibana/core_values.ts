import { isConflict, isNotFound } from './state/saved_object_errors';

/** The few values, as opposed to types, that plugins import from `@kbn/core/server`. */
export const DEFAULT_APP_CATEGORIES = Object.freeze({
  kibana: { id: 'kibana', label: 'Analytics', order: 1000, euiIconType: 'logoKibana' },
  management: {
    id: 'management',
    label: 'Management',
    order: 5000,
    euiIconType: 'managementApp',
  },
});

export const SavedObjectsErrorHelpers = {
  isNotFoundError: isNotFound,
  isConflictError: isConflict,
};
