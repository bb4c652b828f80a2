import { bootstrap } from './core';

const key = 'entry/core/public';

const allScriptsRan = () =>
  new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));

/**
 * Kibana's core in the time of Rspack. Kibana registers its parts in batches, in tasks of their own, while the plugins' scripts
 * run; here they come as late as can be, so that nothing works by luck.
 */
window.__kbnPluginsLoaded = allScriptsRan().then(() =>
  window.__kbnBundles__.define(key, () => ({ __kbnBootstrap__: bootstrap }), key),
);
