import { bootstrap } from './core';

const key = 'entry/core/public';

/** Kibana's core in the time of webpack: there as soon as its script has run. */
window.__kbnBundles__.define(key, () => ({ __kbnBootstrap__: bootstrap }), key);
