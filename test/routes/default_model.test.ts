import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { RouteBody } from '../../common/routes';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, problem, signIn } from './support/ask';
import {
  createConnector,
  defaultKey,
  defaultModelIn,
  deleteConnector,
  onlyKey,
  setSettings,
} from './support/kibana_apis';
import { atRest, quickTasks, recordOf, type Who } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

const features = { azureOpenaiSetup: 'all', actions: 'all' };
const settings = {
  ...quickTasks,
  'host.roles': {
    ai_admin: { features: { ...features, advancedSettings: 'all' } },
    no_settings: { features: { ...features, advancedSettings: 'read' } },
    marketing_admin: {
      features: { ...features, advancedSettings: 'all' },
      spaces: ['marketing'],
    },
    elsewhere: { features, spaces: ['default'] },
  },
  'host.users': [
    { username: 'ada', password: 'changeme', roles: ['ai_admin'] },
    { username: 'bob', password: 'changeme', roles: ['no_settings'] },
    { username: 'eve', password: 'changeme', roles: ['marketing_admin', 'elsewhere'] },
  ],
};
const ada: Who = { as: 'ada' };

const stage = useAzureKibana({ settings });

/** Sets a value as an administrator does on Kibana's own pages; `null` removes it. */
const set = (value: string | null, only: boolean | null = null) =>
  setSettings(stage.kibana, { [defaultKey]: value, [onlyKey]: only });
const present = (space?: string) => defaultModelIn(stage.kibana, space);
beforeEach(() => set(null));

/** Creates a connector of another kind; answers its id. */
async function otherConnector(name: string): Promise<string> {
  const id = randomUUID();
  await createConnector(stage.kibana, id, name);
  return id;
}

/** A finished setup of this person. */
async function finished(who: Who = ada): Promise<string> {
  const runId = randomUUID();
  const request = aSetupRequest({ targetName: `Azure OpenAI ${runId.slice(0, 8)}` });
  await stage.finished(request, { ...who, runId });
  return runId;
}
const look = async (runId: string, who: Who = ada) =>
  (await answerOf(stage.kibana, 'defaultModel', { ...who, runId })).defaultModel;
const use = (runId: string, body: RouteBody<'useDefaultModel'>, who: Who = ada) =>
  answerOf(stage.kibana, 'useDefaultModel', { ...who, runId, body });
const refused = (runId: string, body: RouteBody<'useDefaultModel'>, who: Who = ada) =>
  ask(stage.kibana, 'useDefaultModel', { ...who, runId, body });
const undo = (runId: string, who: Who = ada) => stage.undone(runId, who);

it('makes the connector the default where none is set, and undo removes it again', async () => {
  const runId = await finished();
  expect(await look(runId)).toEqual({
    isThis: false,
    onlyDefault: false,
    notInAgentBuilder: false,
  });
  expect(await use(runId, { on: true })).toMatchObject({
    defaultModel: { isThis: true },
    run: { status: 'finished', defaultModel: {} },
  });
  expect(await present()).toBe(runId);
  const undone = await undo(runId);
  expect(undone).toMatchObject({ status: 'undone', defaultModel: { undone: 'restored' } });
  expect(await present()).toBeUndefined();
});

it('names the default that is set, replaces it only when told to, and undo on another node restores it', async () => {
  const before = await otherConnector('Company model');
  await set(before);
  const runId = await finished();
  expect(await look(runId)).toMatchObject({ other: { id: before, name: 'Company model' } });
  expect(await refused(runId, { on: true })).toMatchObject(problem('default_model_changed'));
  expect(await present()).toBe(before);

  const { defaultModel } = await use(runId, { on: true, replaces: before });
  expect(defaultModel).toMatchObject({ isThis: true, former: { name: 'Company model' } });
  // A second tab that still shows the former default.
  await use(runId, { on: true, replaces: before });

  const other = await stage.env.start({ nodeName: 'other', settings });
  const body = { session: await signIn(other, ada), dryRun: false };
  await answerOf(other, 'undoRun', { ...ada, runId, body });
  const undone = await atRest(other, runId, ada);
  expect(undone).toMatchObject({ defaultModel: { former: before, undone: 'restored' } });
  expect(await defaultModelIn(other)).toBe(before);
  await other.stop();
});

it('restores the former default when it is switched off, and can be switched on again', async () => {
  const before = await otherConnector('Company model');
  await set(before);
  const runId = await finished();
  await use(runId, { on: true, replaces: before });
  const off = await use(runId, { on: false });
  expect(off.defaultModel).toMatchObject({ isThis: false, other: { id: before } });
  expect(off.run?.defaultModel).toBeUndefined();
  expect(await present()).toBe(before);
  await use(runId, { on: false });
  expect(await present()).toBe(before);
  await use(runId, { on: true, replaces: before });
  expect(await present()).toBe(runId);
});

it('leaves a default that was set since', async () => {
  const runId = await finished();
  await use(runId, { on: true });
  await set('set-since');
  await use(runId, { on: false });
  expect(await present()).toBe('set-since');
  await set(null);
  await use(runId, { on: true });
  await set('set-since');
  expect(await undo(runId)).toMatchObject({ defaultModel: { undone: 'changed' } });
  expect(await present()).toBe('set-since');
});

it('removes the default with the connector, also one that was set on another page', async () => {
  const runId = await finished();
  await set(runId);
  expect(await undo(runId)).toMatchObject({ defaultModel: { undone: 'restored' } });
  expect(await present()).toBeUndefined();
});

it('does not restore a connector that is gone, but an id that can be that of an inference endpoint', async () => {
  const first = await finished();
  await use(first, { on: true });
  const second = await finished();
  await use(second, { on: true, replaces: first });
  await undo(first);
  expect(await present()).toBe(second);
  expect(await undo(second)).toMatchObject({ defaultModel: { undone: 'former_gone' } });
  expect(await present()).toBeUndefined();

  await set('.some-endpoint');
  const third = await finished();
  expect(await look(third)).toMatchObject({ other: { id: '.some-endpoint' } });
  await use(third, { on: true, replaces: '.some-endpoint' });
  await undo(third);
  expect(await present()).toBe('.some-endpoint');
});

it('is refused to a person without the privilege in this space, but their undo continues and reports it', async () => {
  const bob: Who = { as: 'bob' };
  const runId = await finished(bob);
  const missing = problem('default_model_privilege_missing');
  expect(await look(runId, bob)).toMatchObject({
    problem: { code: 'default_model_privilege_missing' },
  });
  expect(await refused(runId, { on: true }, bob)).toMatchObject(missing);
  expect(await present()).toBeUndefined();
  // An administrator made it the default.
  await set(runId);
  expect(await undo(runId, bob)).toMatchObject({
    status: 'undone',
    defaultModel: { problem: { code: 'default_model_privilege_missing' } },
  });
  expect(await present()).toBe(runId);

  const eve: Who = { as: 'eve' };
  const inDefault = await finished(eve);
  expect(await refused(inDefault, { on: true }, eve)).toMatchObject(missing);
  const there: Who = { as: 'eve', space: 'marketing' };
  const inMarketing = await finished(there);
  await use(inMarketing, { on: true }, there);
  expect(await present('marketing')).toBe(inMarketing);
  expect(await present()).toBe(runId);
});

it('reports that only the default can be used', async () => {
  const runId = await finished();
  for (const none of [null, 'NO_DEFAULT_CONNECTOR', 'NO_DEFAULT_MODEL']) {
    await set(none, true);
    const state = await look(runId);
    expect(state).toMatchObject({ isThis: false, onlyDefault: true });
    expect(state.other).toBeUndefined();
  }
  await use(runId, { on: true });
  await undo(runId);
  expect(await present()).toBe('NO_DEFAULT_MODEL');
});

it('is for the person whose run it is, and for a finished one only', async () => {
  const runId = await finished();
  const eve: Who = { as: 'eve' };
  expect(await refused(runId, { on: true }, eve)).toMatchObject(problem('run_not_found'));
  await undo(runId);
  expect(await refused(runId, { on: true })).toMatchObject(problem('run_not_resumable'));
  const deleted = await finished();
  await deleteConnector(stage.kibana, deleted);
  expect(await refused(deleted, { on: true })).toMatchObject(problem('resource_not_found'));
  expect(await present()).toBeUndefined();
});

it('keeps the record without an API key, and audits each change', async () => {
  const runId = await finished();
  await use(runId, { on: true });
  await use(runId, { on: false });
  expect(await recordOf(stage.env.home, runId)).not.toHaveProperty('apiKey');
  const log = await readFile(path.join(stage.env.home, 'data', 'audit.log'), 'utf8');
  for (const action of ['use_default_model', 'restore_default_model']) {
    const lines = log.split('\n').filter((line) => line.includes(`_${action}`));
    expect(lines.some((line) => line.includes(runId) && line.includes('success'))).toBe(true);
  }
});

it('cannot be changed if kibana.yml sets it or the setting does not exist', async () => {
  const override = { 'uiSettings.overrides': { [defaultKey]: 'from-the-file' } };
  const absent = { 'host.absentPlugins': ['genAiSettings'] };
  const cases = [
    [override, 'default_model_overridden'],
    [absent, 'default_model_unsupported'],
  ] as const;
  const runId = await finished();
  for (const [change, code] of cases) {
    const node = await stage.env.start({ nodeName: code, settings: { ...settings, ...change } });
    const { defaultModel } = await answerOf(node, 'defaultModel', { ...ada, runId });
    expect(defaultModel).toMatchObject({ isThis: false, problem: { code } });
    const answer = await ask(node, 'useDefaultModel', { ...ada, runId, body: { on: true } });
    expect(answer).toMatchObject(problem(code));
    await node.stop();
  }
});

it('says that Agent Builder is limited to other models', async () => {
  const runId = await finished();
  const listing = async (ids: string[]) => {
    const change = { 'host.featureModels': { agent_builder: ids } };
    const node = await stage.env.start({
      nodeName: `models-${ids.length}`,
      settings: { ...settings, ...change },
    });
    const { defaultModel } = await answerOf(node, 'defaultModel', { ...ada, runId });
    await node.stop();
    return defaultModel;
  };
  expect(await listing(['another'])).toMatchObject({ notInAgentBuilder: true });
  expect(await listing(['another', runId])).toMatchObject({ notInAgentBuilder: false });
});

it('takes the setting back when a removal begins while it is written', async () => {
  const runId = await finished();
  const session = await signIn(stage.kibana, ada);
  const [on] = await Promise.all([
    refused(runId, { on: true }),
    stage.undone(runId, { ...ada, session }),
  ]);
  expect([200, 422]).toContain(on.status);
  expect(await present()).toBeUndefined();
});
