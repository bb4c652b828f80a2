import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Run, RunStatus, RunSummary } from '../../common/run';
import { runTag } from '../../common/run_tag';
import { secretMarker } from '../azure';
import { answerOf, ask, basic, problem, signIn } from './support/ask';
import { setUp } from '../../server/core/workflows/set_up';
import { stepsFor } from '../../server/core/workflows/workflow';
import { createConnector, onPage } from './support/kibana_apis';
import { until } from '../kibana';
import { quickTasks, type Who } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';
import { aSetupRequest } from '../support/builders/a_setup_request';

/** As quick as those of other tests, except that a search sees a write after a second, as in Kibana. */
const settings = { ...quickTasks, 'host.tasks.refreshInterval': 1_000 };
const stage = useAzureKibana({ world: 'unregistered_provider', settings });

const load = async (runId: string, who: Who = {}): Promise<Run> =>
  (await answerOf(stage.kibana, 'run', { ...who, runId })).run;
const ended = (runId: string, status: RunStatus, who?: Who) =>
  until(
    () => load(runId, who),
    (run) => run.status === status,
  );
/** Task Manager's searches lag behind by a second: asks until the list says so, too. */
const listed = async (runId: string, who: Who = {}): Promise<string[]> => {
  const all = async () => (await answerOf(stage.kibana, 'runs', who)).runs;
  const isThere = (runs: RunSummary[]) =>
    runs.some((run) => run.runId === runId && run.status === 'finished');
  const runs = await until(all, isThere);
  return runs.map((run) => run.runId).filter((id) => id === runId);
};

const writes = () =>
  stage.simulator.requests.filter(({ method }) => !['GET', 'HEAD', 'CONNECT'].includes(method));
const written = (method: string, what: RegExp) =>
  writes().filter((request) => request.method === method && what.test(request.path));
const account = /\/accounts\/[^/?]+\?/i;
/** A recorded request is not enough: it is recorded before Azure has read it. */
const accountAccepted = () =>
  until(
    () => written('PUT', account),
    (puts) => puts.some(({ status }) => status === 201),
  );

/** The connector that a run made, if there is one; its id is the run's. */
const connector = async (id: string, space = 'default'): Promise<unknown> => {
  const url = `${stage.kibana.url}/s/${space}/api/actions/connector/${id}`;
  const response = await fetch(url, { headers: { authorization: basic('elastic') } });
  return response.status === 404 ? undefined : response.json();
};

describe('a plan', () => {
  it('reads and changes nothing', async () => {
    stage.simulator.reset('empty');
    const session = await signIn(stage.kibana);
    const before = JSON.stringify(stage.simulator.state.world);
    const body = { session, request: aSetupRequest() };
    const plan = await answerOf(stage.kibana, 'plan', { body });
    expect(plan.steps.map(({ step }) => step)).toEqual(
      stepsFor(setUp, body.request).map(({ id }) => id),
    );
    const ofArm = writes().filter(({ host }) => host === 'management.azure.com');
    const posts = ofArm.map(({ method, path: asked }) => `${method} ${asked.split('?')[0]}`);
    for (const post of posts) {
      expect(post).toMatch(/^POST \S+\/(checkDomainAvailability|checkPolicyRestrictions)$/i);
    }
    expect(posts).not.toEqual([]);
    expect(JSON.stringify(stage.simulator.state.world)).toBe(before);
    expect(await answerOf(stage.kibana, 'runs')).toEqual({ runs: [] });
  });
});

describe('a run', () => {
  it('is created once when it is started several times', async () => {
    const runId = randomUUID();
    const start = async () => {
      const body = { session: stage.session, runId, request: aSetupRequest() };
      return (await answerOf(stage.kibana, 'startRun', { body })).run;
    };
    const runs = await Promise.all([start(), start(), start()]);
    expect(runs.map((run) => run.runId)).toEqual([runId, runId, runId]);
    await ended(runId, 'finished');
    expect((await start()).status).toBe('finished');
    expect(await listed(runId)).toEqual([runId]);
    for (const what of [/\/resourcegroups\/[^/?]+\?/i, account, /\/deployments\/[^/?]+\?/i]) {
      expect(written('PUT', what)).toHaveLength(1);
    }
  });

  it('is visible only to its owner in its space', async () => {
    const who = { as: 'setup_admin', space: 'marketing' };
    const { runId } = await stage.finished(aSetupRequest(), who);
    expect(await listed(runId, who)).toEqual([runId]);

    const otherCallers: Who[] = [
      { as: 'elastic', space: 'marketing' },
      { as: 'setup_admin', space: 'default' },
      { as: 'setup_only', space: 'marketing' },
    ];
    for (const other of otherCallers) {
      const own = await signIn(stage.kibana, other);
      const { runs } = await answerOf(stage.kibana, 'runs', other);
      expect(runs.map((run) => run.runId)).not.toContain(runId);
      const missing = problem('run_not_found');
      const at = { ...other, runId };
      expect(await ask(stage.kibana, 'run', at)).toMatchObject(missing);
      const resume = { ...at, body: { session: own } };
      expect(await ask(stage.kibana, 'resumeRun', resume)).toMatchObject(missing);
      for (const dryRun of [true, false]) {
        const body = { session: own, dryRun };
        expect(await ask(stage.kibana, 'undoRun', { ...at, body })).toMatchObject(missing);
      }
      // To start one of the same id finds it taken, and does not show it.
      const again = { ...other, body: { session: own, runId, request: aSetupRequest() } };
      expect(await ask(stage.kibana, 'startRun', again)).toMatchObject(missing);
    }
    expect((await load(runId, who)).status).toBe('finished');
    expect(written('DELETE', /./)).toEqual([]);
  });

  it('keeps an existing connector of the same id', async () => {
    const id = randomUUID();
    await createConnector(stage.kibana, id, 'Theirs');
    const body = { session: stage.session, runId: id, request: aSetupRequest() };
    expect(await ask(stage.kibana, 'startRun', { body })).toMatchObject(
      problem('connector_conflict'),
    );
    expect(await ask(stage.kibana, 'run', { runId: id })).toMatchObject(problem('run_not_found'));
    expect(await connector(id)).toMatchObject({ id, name: 'Theirs' });
  });

  it('answers 404 when the run was never started', async () => {
    const runId = randomUUID();
    expect(await ask(stage.kibana, 'run', { runId })).toMatchObject(problem('run_not_found'));
  });

  it('reports what it created, and undo deletes exactly that', async () => {
    const run = await stage.finished();
    const { runId } = run;
    const { session } = stage;
    expect(run.workflow).toBe('set_up');
    expect(run.answer?.text).not.toBe('');
    expect(run.steps.map(({ status }) => status)).toEqual(
      stepsFor(setUp, run.request).map(() => 'done'),
    );
    expect(JSON.stringify(run)).not.toContain(session);
    const { groups, accounts } = stage.simulator.state.world;
    for (const { tags } of [...groups, ...accounts])
      expect(tags).toMatchObject({ [runTag]: runId });

    const again = await ask(stage.kibana, 'resumeRun', { runId, body: { session } });
    expect(again).toMatchObject(problem('run_not_resumable'));

    const { removals, run: untouched } = await answerOf(stage.kibana, 'undoRun', {
      runId,
      body: { session, dryRun: true },
    });
    const { targetName, deploymentName, accountName, resourceGroup } = aSetupRequest();
    expect(removals.map(({ step, name, kept }) => [step, name, kept])).toEqual([
      ['target', targetName, undefined],
      ['model_deployment', deploymentName, undefined],
      ['account', accountName, undefined],
      ['resource_group', resourceGroup, undefined],
    ]);
    expect(untouched).toBeUndefined();
    expect((await load(runId)).status).toBe('finished');
    const unseen = { session, dryRun: false, confirmed: ['model_deployment', 'account'] };
    expect(await ask(stage.kibana, 'undoRun', { runId, body: unseen })).toMatchObject(
      problem('removals_changed'),
    );
    expect((await load(runId)).status).toBe('finished');
    expect(written('DELETE', /./)).toEqual([]);
    expect(await connector(runId)).toMatchObject({ id: runId });

    const confirmed = removals.map(({ step }) => step);
    // A repeated undo has no effect.
    const press = () =>
      answerOf(stage.kibana, 'undoRun', { runId, body: { session, dryRun: false, confirmed } });
    const pressed = await Promise.all([press(), press(), press()]);
    expect(pressed.map(({ run: undone }) => undone?.status)).toEqual(Array(3).fill('undoing'));
    const undone = await ended(runId, 'undone');
    expect(undone.steps.find(({ step }) => step === 'target')?.status).toBe('removed');
    // Not even soft-deleted, which would keep the name and the quota.
    expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
    expect(await connector(runId)).toBeUndefined();
    const after = await ask(stage.kibana, 'resumeRun', { runId, body: { session } });
    expect(after).toMatchObject(problem('run_not_resumable'));
    // A late request starts no run.
    const late = { session, runId, request: aSetupRequest() };
    const { run: former } = await answerOf(stage.kibana, 'startRun', { body: late });
    expect(former.status).toBe('undone');
    await setTimeout(1_000);
    expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  });

  it('keeps existing resources, and so does its undo', async () => {
    const { runId: first } = await stage.finished();
    const run = await stage.finished();
    const { runId: second } = run;
    const outcomes = Object.fromEntries(run.steps.map(({ step, outcome }) => [step, outcome]));
    expect(outcomes).toMatchObject({
      resource_group: 'reused',
      account: 'reused',
      model_deployment: 'reused',
      target: 'created',
    });
    const body = { session: stage.session, dryRun: false };
    const { removals } = await answerOf(stage.kibana, 'undoRun', { runId: second, body });
    expect(removals.map(({ step }) => step)).toEqual(['target']);
    await ended(second, 'undone');
    expect(written('DELETE', /./)).toEqual([]);
    expect(await connector(second)).toBeUndefined();
    expect(await connector(first)).toMatchObject({ id: first });
  });

  it('waits for a new sign-in when the session expires, and then finishes', async () => {
    const { state } = stage.simulator;
    const { tokenLifeMs } = state.world;
    state.delays = { ...state.delays, accountMs: tokenLifeMs };
    const runId = await stage.start();
    await accountAccepted();
    state.skewMs += tokenLifeMs;

    const stopped = await ended(runId, 'blocked');
    expect(stopped.problem).toMatchObject({ code: 'session_expired' });
    expect(stopped.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'failed',
      outcome: 'created',
    });
    expect(await ask(stage.kibana, 'resumeRun', { runId, body: { session: 'old' } })).toMatchObject(
      problem('session_unreadable'),
    );
    const session = await signIn(stage.kibana);
    const press = () => ask(stage.kibana, 'resumeRun', { runId, body: { session } });
    const pressed = await Promise.all([press(), press()]);
    const going = { status: 200, body: { run: { status: 'running' } } };
    expect(pressed).toContainEqual(expect.objectContaining({ status: 200 }));
    for (const answer of pressed) {
      const { status } = answer;
      expect(answer).toMatchObject(status === 200 ? going : problem('run_not_resumable'));
    }
    const run = await ended(runId, 'finished');
    expect(run.problem).toBeUndefined();
    expect(written('PUT', account)).toHaveLength(1);
  });

  it('leaves nothing in either location when it is moved and removed', async () => {
    stage.simulator.reset('no_quota');
    const session = await signIn(stage.kibana);
    const before = JSON.stringify(stage.simulator.state.world);
    const { runId, status } = await stage.carriedOut(aSetupRequest(), { session });
    expect(status).toBe('blocked');

    const [subscription] = stage.simulator.state.world.subscriptions;
    if (!subscription) throw new Error('the world has no subscription');
    const { quota } = subscription;
    subscription.quota = { limit: 1_000, limits: {}, used: {} };
    const name = 'kibana-moved';
    const request = aSetupRequest({
      location: 'swedencentral',
      accountName: name,
      customSubDomainName: name,
    });
    const run = await stage.resumed(runId, { session, request });
    expect(run.status).toBe('finished');
    expect(run.previousRequests?.map(({ location }) => location)).toEqual(['eastus2']);

    const undo = { runId, body: { session, dryRun: true } };
    const { removals } = await answerOf(stage.kibana, 'undoRun', undo);
    const accounts = removals.filter(({ step }) => step === 'account');
    expect(accounts.map((removal) => removal.name)).toEqual([name, aSetupRequest().accountName]);
    expect(removals.filter(({ kept }) => kept)).toEqual([]);
    expect(await stage.undone(runId, { session })).toMatchObject({ status: 'undone' });
    subscription.quota = quota;
    expect(JSON.stringify(stage.simulator.state.world)).toBe(before);
  });

  it('finishes after a restart when Kibana stops during the run', async () => {
    const { state } = stage.simulator;
    state.delays = { ...state.delays, accountMs: 3_000 };
    const runId = await stage.start();
    await accountAccepted();
    await stage.restart();

    await ended(runId, 'finished');
    for (const what of [/\/resourcegroups\/[^/?]+\?/i, account, /\/deployments\/[^/?]+\?/i]) {
      expect(written('PUT', what)).toHaveLength(1);
    }
  });
});

it('logs no secret and no unnamed failure', async () => {
  const log = await stage.env.log();
  expect(log).not.toContain(secretMarker);
  expect(await stage.env.failures()).toEqual([]);
});

describe('a Kibana without the plugin', () => {
  it('starts, and the connector answers', async () => {
    const { runId } = await stage.finished();
    await rm(path.join(stage.env.home, 'plugins', 'azureOpenaiSetup'), { recursive: true });
    await stage.restart({
      ...settings,
      // Kibana refuses settings of missing plugins.
      'azure_openai_setup.encryptionKey': undefined,
      'azure_openai_setup.proxyUrl': undefined,
      'azure_openai_setup.ssl.certificateAuthorities': undefined,
    });
    expect(await connector(runId)).toMatchObject({ id: runId, is_missing_secrets: false });
    const question = JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] });
    const params = { subAction: 'run', subActionParams: { body: question } };
    const execute = `/api/actions/connector/${runId}/_execute`;
    expect(await onPage(stage.kibana, 'POST', execute, { body: { params } })).toMatchObject({
      status: 'ok',
    });
    expect((await ask(stage.kibana, 'runs')).status).toBe(404);
    expect(await stage.env.failures()).toEqual([]);
  });
});
