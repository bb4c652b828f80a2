import { hardenPrototypes } from '../../harden_prototypes';
import { readInput } from './read_input';

type BundleRequire = (key: string) => unknown;

declare global {
  interface Window {
    __kbnBundles__: {
      has(key: string): boolean;
      define(key: string, bundleRequire: BundleRequire, bundleModuleKey: string): void;
      get(key: string): unknown;
    };
    __kbnPublicPath__: Record<string, string>;
    __kbnSharedDeps__: Record<string, unknown>;
    /** Set by Kibana's own bundle when it registers its parts later. */
    __kbnPluginsLoaded?: Promise<void>;
    /** Of the host: URLs of the scripts that failed to load. */
    __kbnFailedScripts__: string[];
  }
}

hardenPrototypes();

const bundles = new Map<string, () => unknown>();

window.__kbnFailedScripts__ = [];
window.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) window.__kbnFailedScripts__.push(target.src);
  },
  true,
);
window.__kbnPublicPath__ = readInput().publicPath;
window.__kbnBundles__ = {
  has: (key) => bundles.has(key),
  define: (key, bundleRequire, bundleModuleKey) => {
    if (bundles.has(key)) throw new Error(`Bundle ${key} is defined already.`);
    bundles.set(key, () => bundleRequire(bundleModuleKey));
  },
  get: (key) => {
    const get = bundles.get(key);
    if (get === undefined) throw new Error(`Bundle ${key} was not defined.`);
    return get();
  },
};
