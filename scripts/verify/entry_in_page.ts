import vm from 'node:vm';
import { Subject } from 'rxjs';
import { entryFile } from './browser_rules';
import { pluginId, textOf, type PluginZip, type ZipRule } from './plugin_zip';

const key = `plugin/${pluginId}/public`;

/** Evaluates the entry as Kibana's bootstrap does, in a page that has these shared modules and nothing else. */
const evaluate = (zip: PluginZip, shared: object) => {
  const defined = new Map<string, () => unknown>();
  const page: Record<string, unknown> = {
    __kbnBundles__: {
      has: (name: string) => defined.has(name),
      define: (name: string, bundleRequire: (key: string) => unknown, moduleKey: string) =>
        defined.set(name, () => bundleRequire(moduleKey)),
      get: (name: string) => {
        throw new Error(`${name} is asked for while the script is evaluated`);
      },
    },
    __kbnPublicPath__: { [pluginId]: `/hash/bundles/plugin/${pluginId}/1.0.0/` },
    __kbnSharedDeps__: shared,
  };
  const before = Object.keys(page);
  const context = vm.createContext(page);
  page['window'] = context;
  vm.runInContext(textOf(zip, `target/public/${entryFile}`), context, { filename: entryFile });
  const added = Object.keys(page).filter((name) => !before.includes(name) && name !== 'window');
  return { defined, added };
};

const failure = (error: unknown): string[] => [
  error instanceof Error ? error.message : JSON.stringify(error),
];

/** Every page evaluates it, before sign-in and when the plugin is disabled too: it may only register itself. */
export const quietEntry: ZipRule = {
  name: 'quiet entry',
  problems: (zip) => {
    try {
      const { defined, added } = evaluate(zip, {});
      return [
        ...(defined.size === 1 && defined.has(key)
          ? []
          : [`it defines ${[...defined.keys()].join()}, not ${key}`]),
        ...added.map((name) => `it makes the global ${name}`),
      ];
    } catch (error) {
      return failure(error);
    }
  },
};

const translate = (_id: string, { defaultMessage }: { defaultMessage: string }) => defaultMessage;
const shared = {
  KbnI18n: { i18n: { translate } },
  KbnI18nReact: { FormattedMessage: () => null },
  React: { createElement: () => ({}), Fragment: 'fragment' },
  EmotionReact: { jsx: () => ({}) },
  Rxjs: { Subject },
};

const isFunctionOf = (value: unknown, name: string): boolean =>
  typeof Reflect.get(Object(value), name) === 'function';

/** Kibana's core asks for `plugin`, calls it and expects something to set up and to start. */
export const browserPlugin: ZipRule = {
  name: 'browser plugin',
  problems: (zip) => {
    try {
      const module = evaluate(zip, shared).defined.get(key)?.();
      const create: unknown = Reflect.get(Object(module), 'plugin');
      if (typeof create !== 'function') return ['it has no function "plugin"'];
      const made: unknown = Reflect.apply(create, undefined, [{ config: { get: () => ({}) } }]);
      return ['setup', 'start']
        .filter((name) => !isFunctionOf(made, name))
        .map((name) => `the plugin has no function "${name}"`);
    } catch (error) {
      return failure(error);
    }
  },
};
