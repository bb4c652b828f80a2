import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A small built plugin for the host's own tests. A run of its task writes a line to `file`, then kills its process at the
 * first attempt (`kill`) or waits until a file exists (`heldUntil`).
 */
const manifest = {
  id: 'testPlugin',
  version: '1.2.3',
  kibanaVersion: '9.4.0',
  owner: { name: 'Tests' },
  server: true,
  ui: true,
  requiredPlugins: ['actions', 'features', 'taskManager', 'encryptedSavedObjects', 'licensing'],
  optionalPlugins: ['spaces', 'absent'],
};

const server = `
const { schema } = require('@kbn/config-schema');
const fs = require('fs');
exports.config = {
  schema: schema.object({
    enabled: schema.boolean({ defaultValue: true }),
    greeting: schema.string({ defaultValue: 'hello', maxLength: 10 }),
    secret: schema.maybe(schema.string()),
  }),
};
const privilege = (api, ui) => ({ app: ['testPlugin'], management: { insightsAndAlerting: ['testPlugin'] }, api, ui, savedObject: { all: [], read: [] } });
const security = { authz: { requiredPrivileges: ['test_manage'] } };
exports.plugin = (context) => ({
  setup(core, deps) {
    const log = context.logger.get();
    deps.features.registerKibanaFeature({
      id: 'testPlugin', name: 'Test', category: { id: 'management', label: 'Management' }, app: ['testPlugin'],
      management: { insightsAndAlerting: ['testPlugin'] },
      privileges: { all: privilege(['test_manage'], ['show', 'manage']), read: privilege([], ['show']) },
    });
    deps.taskManager.registerTaskDefinitions({
      'testPlugin:run': {
        title: 'Test', timeout: '1m', maxAttempts: 2, cost: 1,
        createTaskRunner: ({ taskInstance, fakeRequest }) => ({
          async run() {
            const { file, ticks, heldUntil, fail, kill } = taskInstance.params;
            const [start, services] = await core.getStartServices();
            fs.appendFileSync(file, JSON.stringify({ node: process.pid, attempt: taskInstance.attempts, state: taskInstance.state, user: start.security.authc.getCurrentUser(fakeRequest), space: services.spaces.spacesService.getSpaceId(fakeRequest) }) + '\\n');
            const client = await services.actions.getActionsClientWithRequest(fakeRequest);
            if (kill && taskInstance.attempts === 1) process.kill(process.pid, 'SIGKILL');
            while (heldUntil && !fs.existsSync(heldUntil)) await new Promise((resolve) => setTimeout(resolve, 20));
            if (fail) throw new Error('deliberate');
            const count = (taskInstance.state.count || 0) + 1;
            const names = (await client.getAll()).map((one) => one.name);
            if (count >= ticks) return { state: { count, names }, runAt: new Date(Date.now() + 3600000) };
            return { state: { count }, runAt: new Date() };
          },
          async cancel() { log.info('cancelled ' + taskInstance.id); },
        }),
      },
    });
    const router = core.http.createRouter();
    const on = (method, path, validate, handler, options) =>
      router.versioned[method]({ path: '/internal/test' + path, access: 'internal', security, options })
        .addVersion({ version: '1', validate }, handler);
    const named = (data, { ok, badRequest }) =>
      data && typeof data.name === 'string' ? ok(data) : badRequest('expected a name', ['name']);
    on('post', '/echo', { request: { body: named } }, async (ctx, request, response) =>
      response.ok({ body: { body: request.body, query: request.query, id: request.id } }), { body: { maxBytes: 200 } });
    on('get', '/echo', false, async (ctx, request, response) => {
      const [start, { spaces }] = await core.getStartServices();
      return response.ok({ body: {
        config: context.config.get(), user: start.security.authc.getCurrentUser(request).username,
        space: spaces.spacesService.getSpaceId(request),
        capabilities: (await start.capabilities.resolveCapabilities(request, { capabilityPath: 'testPlugin.*' })).testPlugin,
      } });
    });
    on('get', '/boom', false, async () => { throw new Error('secret detail'); });
    on('get', '/odd', false, async () => ({ status: 200 }));
    on('get', '/wrong', false, async (ctx, request, response) =>
      response.customError({ statusCode: 409, body: { message: 'taken', attributes: { code: 'x' } } }));
    on('get', '/reject', false, async (ctx, request, response) => { Promise.reject(new Error('uncaught in the test plugin')); return response.ok({}); });
    const watch = ({ events }, route) => events.aborted$.subscribe(() => log.info('the caller has left ' + route));
    on('get', '/watched', false, async (ctx, request, response) => {
      watch(request, 'watched');
      return response.ok({ body: {} });
    });
    on('get', '/endless', false, async (ctx, request) => {
      watch(request, 'endless');
      log.info('has begun without an end');
      await new Promise(() => undefined);
    });
    on('post', '/tasks', { request: { body: (data, { ok }) => ok(data) } }, async (ctx, request, response) => {
      const [, { taskManager }] = await core.getStartServices();
      const { call, args } = request.body;
      const options = request.body.asMe ? [{ request }] : [];
      try {
        return response.ok({ body: { value: await taskManager[call](...args, ...options) } });
      } catch (error) {
        return response.ok({ body: { error: error.message, statusCode: error.statusCode, output: error.output && error.output.statusCode } });
      }
    });
  },
  start() {},
  stop() { context.logger.get().info('stopped cleanly'); },
});
`;

export async function writeTestPlugin(
  folder: string,
  change: { manifest?: object; server?: string } = {},
): Promise<string> {
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  };
  await write('kibana.json', JSON.stringify({ ...manifest, ...change.manifest }));
  await write('server/index.js', change.server ?? server);
  await write('target/public/testPlugin.plugin.js', 'plain');
  await write('target/public/testPlugin.plugin.js.br', 'compressed');
  return folder;
}
