import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Kibana } from '../start_kibana';
import { call, cleanUp, logged, newHome, runKibana } from '../test_kibana';

/** The message of a failed start. */
const whyNot = async (
  change: Parameters<typeof newHome>[0],
  settings: Record<string, unknown> = {},
): Promise<string> => {
  let kibana: Kibana;
  try {
    kibana = await runKibana(await newHome(change), { settings });
  } catch (error) {
    return String(error);
  }
  return `started at ${kibana.url}`;
};

describe('a plugin in the embedded Kibana', () => {
  afterEach(cleanUp);

  it.each([
    [{ kibanaVersion: '9.3.9' }, 'is only compatible with Kibana version "9.3.9", but used'],
    [{ group: 'platform' }, 'contains the following unrecognized properties: group.'],
    [{ id: 'test_plugin' }, 'must be camelCase, but found: test_plugin.'],
    [{ owner: {} }, 'owner'],
    [{ server: false, ui: false }, 'Both "server" and "ui" are missing'],
  ])('with the manifest %j stops Kibana', async (manifest, message) => {
    expect(await whyNot({ manifest })).toContain(message);
  });

  it.each([
    [
      { 'test_plugin.greeting': 7 },
      '[config validation of [test_plugin].greeting]: expected value of type [string] but got [number]',
    ],
    [
      { 'test_plugin.colour': 'red' },
      '[config validation of [test_plugin].colour]: definition for this key is missing',
    ],
    [{ 'test_plugn.greeting': 'x' }, 'Unknown configuration key(s): "test_plugn.greeting"'],
    [{ 'xpack.actions.allowedHost': [] }, 'Unknown configuration key(s)'],
  ])('with the settings %j stops Kibana', async (settings, message) => {
    expect(await whyNot(undefined, settings)).toContain(message);
  });

  const pluginSource = (setup: string) =>
    `exports.plugin = () => ({ setup(core, deps) { ${setup} }, start() {} });`;
  const route = (config: string, version = "'1'") =>
    pluginSource(
      `core.http.createRouter().versioned.get(${config}).addVersion({ version: ${version}, validate: false }, () => {})`,
    );
  const security = "security: { authz: { requiredPrivileges: ['a'] } }";

  it.each([
    ['nothing exported', 'module.exports = {};', 'does not export the "plugin" definition'],
    ['no start', 'exports.plugin = () => ({ setup() {} });', 'does not define "start" function'],
    [
      'asynchronous setup',
      'exports.plugin = () => ({ async setup() {}, start() {} });',
      'asynchronous setup',
    ],
    [
      'a change to the prototypes of all objects',
      "'use strict'; Object.prototype.polluted = true;",
      'Cannot add property polluted, object is not extensible',
    ],
    ['no security', route("{ path: '/a', access: 'internal' }"), '[authz.requiredPrivileges]'],
    [
      'no version number',
      route(`{ path: '/a', access: 'internal', ${security} }`, "'one'"),
      'Invalid version number',
    ],
    [
      'a body limit on a GET',
      route(`{ path: '/a', access: 'internal', ${security}, options: { body: { maxBytes: 0 } } }`),
      'Cannot set payload settings on HEAD or GET request',
    ],
    [
      'a privilege twice',
      route(
        "{ path: '/a', access: 'internal', security: { authz: { requiredPrivileges: ['a', 'a'] } } }",
      ),
      'allRequired privileges must contain unique values',
    ],
    [
      'an unknown app in a privilege',
      pluginSource(`const p = { app: ['b'], ui: [], savedObject: { all: [], read: [] } };
        deps.features.registerKibanaFeature({ id: 'x', name: 'X', category: { id: 'm', label: 'M' }, app: [], privileges: { all: p, read: p } })`),
      'Feature privilege x.all has unknown app entries: b',
    ],
    [
      'an app that no privilege opens',
      pluginSource(`const p = { ui: [], savedObject: { all: [], read: [] } };
        deps.features.registerKibanaFeature({ id: 'x', name: 'X', category: { id: 'm', label: 'M' }, app: ['a'], privileges: { all: p, read: p } })`),
      'Feature x specifies app entries which are not granted to any privileges: a',
    ],
    [
      'a management entry that no privilege opens',
      pluginSource(`const p = { ui: [], savedObject: { all: [], read: [] } };
        deps.features.registerKibanaFeature({ id: 'x', name: 'X', category: { id: 'm', label: 'M' }, app: [], management: { data: ['a'] }, privileges: { all: p, read: p } })`),
      'Feature x specifies management entries which are not granted to any privileges: data.a',
    ],
    [
      'a scope of its feature, which Kibana 9.2 dropped',
      pluginSource(
        `deps.features.registerKibanaFeature({ id: 'x', name: 'X', category: { id: 'm', label: 'M' }, app: [], scope: ['security'], privileges: null })`,
      ),
      'Unrecognized key: "scope"',
    ],
  ])('with %s stops Kibana', async (_what, server, message) => {
    expect(await whyNot({ server })).toContain(message);
  });

  it('stays off without a plugin it requires', async () => {
    const kibana = await runKibana(await newHome({ manifest: { requiredPlugins: ['graph'] } }));
    await logged(
      kibana,
      'Plugin "testPlugin" has been disabled since the following direct or transitive dependencies are missing, disabled, or have incompatible types: [graph]',
    );
    expect((await call(kibana, 'GET', '/internal/test/echo')).status).toBe(404);
  });

  it('is stopped cleanly', async () => {
    const home = await newHome();
    const kibana = await runKibana(home);
    await kibana.stop();
    expect(kibana.log()).toContain('[plugins.testPlugin] stopped cleanly');
    expect(readdirSync(path.join(home, 'data'))).toContain('kibana.log');
  });
});
