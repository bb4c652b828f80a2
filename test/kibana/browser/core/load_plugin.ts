import type { Plugin } from '@kbn/core/public';

const hasPlugin = (module: unknown): module is { plugin(): Plugin<unknown, unknown> } =>
  typeof module === 'object' &&
  module !== null &&
  'plugin' in module &&
  typeof module.plugin === 'function';

/** Takes a plugin from its bundle, the way Kibana's core does. */
export const loadPlugin = (id: string) => {
  const key = `plugin/${id}/public`;
  if (!window.__kbnBundles__.has(key)) {
    throw new Error(`Definition of plugin "${id}" was not found: its script may have failed.`);
  }
  const module = window.__kbnBundles__.get(key);
  if (!hasPlugin(module)) throw new Error(`Plugin "${id}" must export a function "plugin".`);
  return module.plugin();
};
