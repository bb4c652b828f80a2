import { createRequire } from 'node:module';
import path from 'node:path';
import type { Manifest } from './manifest';

export interface LoadedPlugin {
  setup(core: object, plugins: object): unknown;
  start(core: object, plugins: object): unknown;
  stop(): unknown;
}

/** The server entry, by plain `require`, as Kibana loads it. */
export function requireServer({ folder, id }: Manifest) {
  const entry: unknown = createRequire(path.join(folder, 'kibana.json'))(
    path.join(folder, 'server'),
  );
  if (typeof entry !== 'object' || entry === null) {
    throw new Error(`Plugin "${id}" does not export anything (${folder}).`);
  }
  const create: unknown = Reflect.get(entry, 'plugin');
  if (typeof create !== 'function') {
    throw new Error(
      `Plugin "${id}" does not export the "plugin" definition or "module" (${folder}).`,
    );
  }
  const config: unknown = Reflect.get(entry, 'config');
  return { create, config };
}

/** Creates the plugin's instance and checks its lifecycle methods. */
export async function instantiate(
  id: string,
  create: unknown,
  context: object,
): Promise<LoadedPlugin> {
  if (typeof create !== 'function')
    throw new Error(`Definition of plugin "${id}" should be a function.`);
  const instance: unknown = await Reflect.apply(create, undefined, [context]);
  if (typeof instance !== 'object' || instance === null) {
    throw new Error(
      `Initializer for plugin "${id}" is expected to return plugin instance, but returned "${typeof instance}".`,
    );
  }
  const method = (name: string) => {
    const found: unknown = Reflect.get(instance, name);
    if (typeof found !== 'function') {
      throw new Error(`Instance of plugin "${id}" does not define "${name}" function.`);
    }
    return (...args: object[]): unknown => Reflect.apply(found, instance, args);
  };
  const setup = method('setup');
  const start = method('start');
  return {
    setup: (core, plugins) => synchronous(setup(core, plugins), id, 'setup'),
    start: (core, plugins) => synchronous(start(core, plugins), id, 'start'),
    stop: () => (Reflect.has(instance, 'stop') ? method('stop')() : undefined),
  };
}

function synchronous(result: unknown, id: string, phase: string): unknown {
  if (result instanceof Promise) {
    throw new Error(`Plugin ${id} is using asynchronous ${phase} lifecycle.`);
  }
  return result;
}
