import { bootstrap } from './core';

const key = 'entry/core/public';

const allScriptsRan = () =>
  new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));

/**
 * Kibana's core with Rspack. Kibana registers its parts in batches while the plugins' scripts run; the host registers
 * them as late as possible, to detect race conditions.
 */
window.__kbnPluginsLoaded = allScriptsRan().then(() =>
  window.__kbnBundles__.define(key, () => ({ __kbnBootstrap__: bootstrap }), key),
);
