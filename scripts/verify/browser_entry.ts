import vm from 'node:vm';
import { Subject } from 'rxjs';
import { limits } from '../build/bundle_browser';
import { pluginId, publicFolder, textOf, type ZipRule } from './plugin_zip';

/** Evaluates an entry as Kibana's bootstrap does, in a page that has these shared modules and nothing else. */
export const evaluateEntry = (id: string, source: string, shared: object) => {
  const defined = new Map<string, () => unknown>();
  const page: Record<string, unknown> = {
    __kbnBundles__: {
      has: (name: string) => defined.has(name),
      define: (name: string, bundleRequire: (key: string) => unknown, moduleKey: string) =>
        defined.set(name, () => bundleRequire(moduleKey)),
      get: (name: string) => {
        throw new Error(`${name} is required while the script is evaluated`);
      },
    },
    __kbnPublicPath__: { [id]: `/hash/bundles/plugin/${id}/1.0.0/` },
    __kbnSharedDeps__: shared,
  };
  const before = Object.keys(page);
  const context = vm.createContext(page);
  page['window'] = context;
  vm.runInContext(source, context);
  const added = Object.keys(page).filter((name) => !before.includes(name) && name !== 'window');
  return { defined, added };
};

const key = `plugin/${pluginId}/public`;
const entryFile = `${publicFolder}${pluginId}.plugin.js`;

/** Every page evaluates it, before sign-in and when the plugin is disabled too: small, and it only defines itself. */
export const quietEntry: ZipRule = (zip) => {
  const source = textOf(zip, entryFile);
  const { defined, added } = evaluateEntry(pluginId, source, {});
  const names = [...defined.keys()].join();
  return [
    ...(names === key ? [] : [`it defines ${names}, not ${key}`]),
    ...added.map((name) => `it makes the global ${name}`),
    ...(source.length <= limits.entry ? [] : [`${source.length} is more than ${limits.entry}`]),
  ];
};

const translate = (_id: string, { defaultMessage }: { defaultMessage: string }) => defaultMessage;
const shared = { KbnI18n: { i18n: { translate } }, Rxjs: { Subject } };

/** Kibana's core calls `plugin` and expects something to set up and to start. */
export const browserPlugin: ZipRule = (zip) => {
  const module = evaluateEntry(pluginId, textOf(zip, entryFile), shared).defined.get(key)?.();
  const create: unknown = Reflect.get(Object(module), 'plugin');
  if (typeof create !== 'function') return ['there is no function "plugin"'];
  const plugin: unknown = Reflect.apply(create, undefined, [{ config: { get: () => ({}) } }]);
  return ['setup', 'start']
    .filter((name) => typeof Reflect.get(Object(plugin), name) !== 'function')
    .map((name) => `the plugin has no function "${name}"`);
};
