import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { jsonLines } from '../../support/json_lines';
import { finite, object, record } from '../../shapes';
import { until } from '../hung';
import type { Kibana } from '../start_kibana';
import { call, cleanUp, logged, newHome, runKibana } from '../test_kibana';

const quick = {
  'xpack.task_manager.poll_interval': 100,
  'host.lowUtilizationPollInterval': 100,
};
/** A task that has failed runs again after 3 seconds; one that was abandoned, after 9. */
const hasty = { ...quick, 'host.taskTimeScale': 0.1 };
/** A run is cancelled after 0.6 seconds, and its task runs again after 0.9. */
const impatient = { ...quick, 'host.taskTimeScale': 0.01 };

const taskSchema = object({
  id: v.string(),
  status: v.string(),
  attempts: finite,
  state: record(v.unknown()),
  version: v.string(),
});
const answerSchema = object({
  value: v.optional(v.unknown()),
  error: v.optional(v.string()),
  statusCode: v.optional(finite),
  output: v.optional(finite),
});
const runSchema = object({
  node: finite,
  attempt: finite,
  state: record(v.unknown()),
  user: v.null(),
  space: v.string(),
});

async function taskManager(
  kibana: Kibana,
  name: string,
  args: unknown[],
  asMe = false,
  as = 'manager',
) {
  const body = { call: name, args, asMe };
  const answer = await call(kibana, 'POST', '/internal/test/tasks', { body, as });
  expect(answer.status).toBe(200);
  return v.parse(answerSchema, answer.body);
}
const get = async (kibana: Kibana, id: string) => {
  const { value, output } = await taskManager(kibana, 'get', [id]);
  return output === 404 ? undefined : v.parse(taskSchema, value);
};
const schedule = (kibana: Kibana, id: string, params: object, asMe = true) =>
  taskManager(kibana, 'schedule', [{ id, taskType: 'testPlugin:run', params, state: {} }], asMe);

describe('Task Manager of the embedded Kibana', () => {
  let home: string;
  let file: string;
  /** A run that is held until this file exists goes on after `release`. */
  const gate = () => path.join(home, 'gate');
  const release = () => writeFileSync(gate(), '');
  const runs = () =>
    jsonLines(existsSync(file) ? readFileSync(file, 'utf8') : '').map((run) =>
      v.parse(runSchema, run),
    );

  beforeEach(async () => {
    home = await newHome();
    file = path.join(home, 'runs.jsonl');
  });
  afterEach(cleanUp);

  /** Starts a Kibana of that version, with the plugin built for it. */
  async function play(version: string, settings: object = quick): Promise<Kibana> {
    home = await newHome({ manifest: { kibanaVersion: version } });
    file = path.join(home, 'runs.jsonl');
    return runKibana(home, { version, settings: { ...settings } });
  }

  it('runs a task with the privileges of the user, tick by tick, and keeps its state', async () => {
    const kibana = await runKibana(home, { settings: quick });
    await schedule(kibana, 'one', { file, ticks: 3 });
    const done = await until(
      () => get(kibana, 'one'),
      (task) => task?.state['count'] === 3,
    );
    expect(done).toMatchObject({ status: 'idle', attempts: 0, state: { count: 3, names: [] } });
    expect(runs().map(({ state }) => state)).toEqual([{}, { count: 1 }, { count: 2 }]);
  });

  it('refuses a second task of the same id, and unknown types', async () => {
    const kibana = await runKibana(home, { settings: quick });
    await schedule(kibana, 'one', { file, ticks: 1 });
    expect(await schedule(kibana, 'one', { file, ticks: 1 })).toMatchObject({
      statusCode: 409,
      output: 409,
    });
    const unknown = [{ id: 'x', taskType: 'other:run', params: {}, state: {} }];
    expect((await taskManager(kibana, 'schedule', unknown)).error).toContain(
      'Unsupported task type "other:run"',
    );
  });

  it('needs an encryption key and API keys to schedule with a request', async () => {
    const noKey = await runKibana(home, {
      settings: { 'xpack.encryptedSavedObjects.encryptionKey': undefined },
    });
    expect((await schedule(noKey, 'one', { file })).error).toBe(
      'Unable to schedule task(s) with API keys because the Encrypted Saved Objects plugin has not been registered or is missing encryption key.',
    );
    const noApiKeys = await runKibana(home, {
      settings: { 'xpack.security.authc.api_key.enabled': false },
    });
    expect((await schedule(noApiKeys, 'one', { file })).error).toBe(
      'API keys are not enabled, cannot create API key.',
    );
  });

  it('tries again after a failure, and removes the task when its attempts are spent', async () => {
    const kibana = await runKibana(home, { settings: hasty });
    await schedule(kibana, 'one', { file, fail: true });
    await until(
      () => get(kibana, 'one'),
      (task) => task === undefined,
    );
    expect(runs().map(({ attempt }) => attempt)).toEqual([1, 2]);
  });

  it('cancels a run that takes too long, saves nothing, and takes the task up again', async () => {
    const kibana = await runKibana(home, { settings: impatient });
    await schedule(kibana, 'one', { file, ticks: 1, heldUntil: gate() });
    await until(
      async () => runs().length,
      (count) => count === 2,
    );
    await logged(kibana, 'cancelled one');
    expect(runs().map(({ state }) => state)).toEqual([{}, {}]);
  });

  it('forgets the result of a task removed meanwhile', async () => {
    const settings = { ...quick, 'logging.root.level': 'debug' };
    const kibana = await runKibana(home, { settings });
    await schedule(kibana, 'one', { file, ticks: 1, heldUntil: gate() });
    await until(
      async () => runs().length,
      (count) => count === 1,
    );
    await taskManager(kibana, 'removeIfExists', ['one']);
    await taskManager(kibana, 'removeIfExists', ['one']);
    release();
    await logged(kibana, 'Task testPlugin:run "one" failed in attempt to run: Saved object');
    expect(await get(kibana, 'one')).toBeUndefined();
  });

  it.each([
    ['9.2.0', 'default'],
    ['9.3.0', 'marketing'],
  ])('%s runs a task of another space in %s', async (version, space) => {
    const kibana = await play(version);
    const task = { id: 'one', taskType: 'testPlugin:run', params: { file, ticks: 1 }, state: {} };
    const body = { call: 'schedule', args: [task], asMe: true };
    await call(kibana, 'POST', '/s/marketing/internal/test/tasks', { body });
    await until(
      async () => runs().length,
      (count) => count === 1,
    );
    expect(runs()).toMatchObject([{ space }]);
  });

  it('gives the first runs a wrong key when the setting says so', async () => {
    const wrong = { 'host.tasks.ticksWithWrongKey': 1 };
    const kibana = await runKibana(home, { settings: { ...quick, ...wrong } });
    await schedule(kibana, 'one', { file, ticks: 1 });
    const done = await until(
      () => get(kibana, 'one'),
      (task) => task?.state['count'] === 1,
    );
    expect(done?.state).toMatchObject({ count: 1 });
    expect(runs()).toHaveLength(2);
  });

  it('lends a task the very key of a caller with an API key, and lets it live', async () => {
    const kibana = await play('9.2.0');
    await schedule(kibana, 'one', { file, ticks: 1 });
    const keyOf = async (id: string) => {
      const { value } = await taskManager(kibana, 'get', [id]);
      return v.parse(object({ apiKey: v.string() }), value).apiKey;
    };
    const apiKey = await keyOf('one');
    const headers = { authorization: `ApiKey ${apiKey}` };
    const task = { id: 'two', taskType: 'testPlugin:run', params: { file, ticks: 1 }, state: {} };
    const body = { call: 'schedule', args: [task], asMe: true };
    await call(kibana, 'POST', '/internal/test/tasks', { body, headers });
    expect(await keyOf('two')).toBe(apiKey);
    await taskManager(kibana, 'removeIfExists', ['two']);
    expect((await call(kibana, 'GET', '/internal/test/echo', { headers })).status).toBe(200);
  });

  it('finds tasks by type and scope', async () => {
    const kibana = await runKibana(home, { settings: quick });
    const later = new Date(Date.now() + 1e8).toISOString();
    for (const [id, scope] of [
      ['a', ['s1']],
      ['b', ['s1', 's2']],
    ] as const) {
      const task = { id, taskType: 'testPlugin:run', params: { later }, state: {}, scope };
      await taskManager(kibana, 'schedule', [task]);
    }
    const find = async (query: object) => {
      const { value } = await taskManager(kibana, 'fetch', [{ query }]);
      return v.parse(object({ docs: v.array(taskSchema) }), value).docs.map(({ id }) => id);
    };
    const byType = { term: { 'task.taskType': 'testPlugin:run' } };
    const both = { bool: { filter: [byType, { term: { 'task.scope': 's1' } }] } };
    await until(
      () => find(both),
      (ids) => ids.length === 2,
    );
    expect(await find({ bool: { must: [byType, { terms: { 'task.scope': ['s2'] } }] } })).toEqual([
      'b',
    ]);
    expect(await find({ term: { 'task.id': 'a' } })).toEqual([]);
    expect((await taskManager(kibana, 'fetch', [{ query: { match: {} } }])).output).toBe(400);
  });

  it('leaves the tasks of an absent plugin alone until it is back', async () => {
    const kibana = await runKibana(home, { settings: hasty });
    await schedule(kibana, 'one', { file, ticks: 1_000 });
    await until(
      async () => runs().length,
      (count) => count > 0,
    );
    await kibana.stop();
    const before = runs().length;
    const off = { ...hasty, 'test_plugin.enabled': false };
    const without = await runKibana(home, { settings: off });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await without.stop();
    expect(runs()).toHaveLength(before);
    await runKibana(home, { settings: hasty });
    await until(
      async () => runs().length,
      (count) => count > before,
    );
  });

  it('is taken up by another node after a kill', async () => {
    const first = await runKibana(home, { settings: impatient, nodeName: 'first' });
    await schedule(first, 'one', { file, ticks: 1, kill: true });
    await first.closed;
    const second = await runKibana(home, { settings: quick, nodeName: 'second' });
    const done = await until(
      () => get(second, 'one'),
      (task) => task?.state['count'] === 1,
    );
    expect(done).toMatchObject({ status: 'idle' });
    expect(runs().map(({ node }) => node)).toEqual([first.pid, second.pid]);
  });

  it('runs every tick once when two nodes share the work', async () => {
    const nodes = [
      await runKibana(home, { settings: quick, nodeName: 'first' }),
      await runKibana(home, { settings: quick, nodeName: 'second' }),
    ] as const;
    const ids = Array.from({ length: 8 }, (_, index) => `task:${index}`);
    await Promise.all(ids.map((id) => schedule(nodes[0], id, { file, ticks: 4 })));
    for (const id of ids) {
      await until(
        () => get(nodes[1], id),
        (task) => task?.state['count'] === 4,
      );
    }
    expect(runs()).toHaveLength(ids.length * 4);
  });

  it.each([
    ['9.2.0', 401],
    ['9.3.0', 200],
    ['9.4.0', 200],
  ])('%s answers %d to the key of a task that has just gone', async (version, status) => {
    const kibana = await play(version);
    await schedule(kibana, 'one', { file, ticks: 1 });
    const { value } = await taskManager(kibana, 'get', ['one']);
    const { apiKey } = v.parse(object({ apiKey: v.string() }), value);
    const asKey = {
      headers: { authorization: `ApiKey ${apiKey}` },
    };
    expect((await call(kibana, 'GET', '/internal/test/echo', asKey)).body).toMatchObject({
      user: 'manager',
    });
    await taskManager(kibana, 'removeIfExists', ['one']);
    expect((await call(kibana, 'GET', '/internal/test/echo', asKey)).status).toBe(status);
  });

  it('ends the key of a task that has gone after a while', async () => {
    const delay = { 'host.tasks.keyRemovalDelay': 500 };
    const kibana = await runKibana(home, { settings: { ...quick, ...delay } });
    await schedule(kibana, 'one', { file, ticks: 1 });
    const { value } = await taskManager(kibana, 'get', ['one']);
    const { apiKey } = v.parse(object({ apiKey: v.string() }), value);
    const headers = { authorization: `ApiKey ${apiKey}` };
    await taskManager(kibana, 'removeIfExists', ['one']);
    await until(
      async () => (await call(kibana, 'GET', '/internal/test/echo', { headers })).status,
      (status) => status === 401,
    );
  });
});
