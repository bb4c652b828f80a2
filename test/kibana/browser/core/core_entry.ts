import { bootstrap } from './core';

const key = 'entry/core/public';

/** Kibana's core with webpack: available after its script has run. */
window.__kbnBundles__.define(key, () => ({ __kbnBootstrap__: bootstrap }), key);
