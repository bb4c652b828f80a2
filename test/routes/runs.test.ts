import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Run, type RunStatus, type RunSummary } from '../../common/run';
import { runTag } from '../../common/run_tag';
import { secretMarker } from '../azure';
import { hungAfterMs, type Kibana } from '../kibana';
import { answerOf, ask, basic, problem, signIn, type CallOptions } from './ask';
import { setUp } from '../../server/core/workflows/set_up';
import { stepsFor } from '../../server/core/workflows/workflow';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { aSetupRequest } from '../support/a_setup_request';

/** Task Manager's two minutes become ten seconds: a run that lost its Kibana is soon taken up again. */
const settings = { 'host.taskTimeScale': 0.08, 'xpack.task_manager.poll_interval': 100 };

let env: AzureKibana;
let kibana: Kibana;
let session: string;

beforeAll(async () => {
  env = await setUpAzureKibana({ world: 'unregistered_provider' });
  kibana = await env.start({ settings });
});
afterAll(() => env.clear());
beforeEach(async () => {
  env.simulator.reset('unregistered_provider', 'instant');
  session = await signIn(kibana);
});

type Who = Pick<CallOptions, 'as' | 'space'>;

const start = (runId: string, who: Who = {}, own = session) =>
  answerOf(kibana, 'startRun', { ...who, body: { session: own, runId, request: aSetupRequest() } });
const load = async (runId: string, who: Who = {}): Promise<Run> =>
  (await answerOf(kibana, 'run', { ...who, runId })).run;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until<T>(ask: () => T | Promise<T>, isEnough: (value: T) => boolean): Promise<T> {
  const end = Date.now() + hungAfterMs;
  for (;;) {
    const value = await ask();
    if (isEnough(value)) return value;
    if (Date.now() > end) throw new Error(`still ${JSON.stringify(value)}`);
    await pause(50);
  }
}
const ended = (runId: string, status: RunStatus, who?: Who) =>
  until(
    () => load(runId, who),
    (run) => run.status === status,
  );
/** Task Manager's searches lag behind by a second: asks until the list says so, too. */
const listed = async (runId: string, who: Who = {}): Promise<string[]> => {
  const all = async () => (await answerOf(kibana, 'runs', who)).runs;
  const isThere = (runs: RunSummary[]) =>
    runs.some((run) => run.runId === runId && run.status === 'finished');
  const runs = await until(all, isThere);
  return runs.map((run) => run.runId).filter((id) => id === runId);
};
const finish = async (runId: string) => {
  await start(runId);
  return ended(runId, 'finished');
};

const writes = () =>
  env.simulator.requests.filter(({ method }) => !['GET', 'HEAD', 'CONNECT'].includes(method));
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
  const url = `${kibana.url}/s/${space}/api/actions/connector/${id}`;
  const response = await fetch(url, { headers: { authorization: basic('elastic') } });
  return response.status === 404 ? undefined : response.json();
};

describe('a plan', () => {
  it('reads and changes nothing', async () => {
    env.simulator.reset('empty');
    session = await signIn(kibana);
    const before = JSON.stringify(env.simulator.state.world);
    const body = { session, request: aSetupRequest() };
    const plan = await answerOf(kibana, 'plan', { body });
    expect(plan.steps.map(({ step }) => step)).toEqual(
      stepsFor(setUp, body.request).map(({ id }) => id),
    );
    const ofArm = writes().filter(({ host }) => host === 'management.azure.com');
    const posts = ofArm.map(({ method, path: asked }) => `${method} ${asked.split('?')[0]}`);
    for (const post of posts) {
      expect(post).toMatch(/^POST \S+\/(checkDomainAvailability|checkPolicyRestrictions)$/i);
    }
    expect(posts).not.toEqual([]);
    expect(JSON.stringify(env.simulator.state.world)).toBe(before);
    expect(await answerOf(kibana, 'runs')).toEqual({ runs: [] });
  });
});

describe('a run', () => {
  it('is created once when it is started several times', async () => {
    const runId = randomUUID();
    const answers = await Promise.all([start(runId), start(runId), start(runId)]);
    expect(answers.map(({ run }) => run.runId)).toEqual([runId, runId, runId]);
    await ended(runId, 'finished');
    expect((await start(runId)).run.status).toBe('finished');
    expect(await listed(runId)).toEqual([runId]);
    for (const what of [/\/resourcegroups\/[^/?]+\?/i, account, /\/deployments\/[^/?]+\?/i]) {
      expect(written('PUT', what)).toHaveLength(1);
    }
  });

  it('is visible only to its owner in its space', async () => {
    const runId = randomUUID();
    const who = { as: 'setup_admin', space: 'marketing' };
    await start(runId, who, await signIn(kibana, who));
    await ended(runId, 'finished', who);
    expect(await listed(runId, who)).toEqual([runId]);

    const otherCallers: Who[] = [
      { as: 'elastic', space: 'marketing' },
      { as: 'setup_admin', space: 'default' },
      { as: 'setup_only', space: 'marketing' },
    ];
    for (const other of otherCallers) {
      const own = await signIn(kibana, other);
      const { runs } = await answerOf(kibana, 'runs', other);
      expect(runs.map((run) => run.runId)).not.toContain(runId);
      const missing = problem('run_not_found');
      const at = { ...other, runId };
      expect(await ask(kibana, 'run', at)).toMatchObject(missing);
      const resume = { ...at, body: { session: own } };
      expect(await ask(kibana, 'resumeRun', resume)).toMatchObject(missing);
      for (const dryRun of [true, false]) {
        const body = { session: own, dryRun };
        expect(await ask(kibana, 'undoRun', { ...at, body })).toMatchObject(missing);
      }
      // To start one of the same id finds it taken, and does not show it.
      const again = { ...other, body: { session: own, runId, request: aSetupRequest() } };
      expect(await ask(kibana, 'startRun', again)).toMatchObject(missing);
    }
    expect((await load(runId, who)).status).toBe('finished');
    expect(written('DELETE', /./)).toEqual([]);
  });

  it('keeps an existing connector of the same id', async () => {
    const id = randomUUID();
    const config = { apiProvider: 'OpenAI', apiUrl: 'https://api.openai.com/v1/chat/completions' };
    const created = await fetch(`${kibana.url}/api/actions/connector/${id}`, {
      method: 'POST',
      headers: {
        authorization: basic('elastic'),
        'content-type': 'application/json',
        'kbn-xsrf': 'true',
      },
      body: JSON.stringify({
        connector_type_id: '.gen-ai',
        name: 'Theirs',
        config,
        secrets: { apiKey: 'theirs' },
      }),
    });
    expect(created.status).toBe(200);
    const body = { session, runId: id, request: aSetupRequest() };
    expect(await ask(kibana, 'startRun', { body })).toMatchObject(problem('connector_conflict'));
    expect(await ask(kibana, 'run', { runId: id })).toMatchObject(problem('run_not_found'));
    expect(await connector(id)).toMatchObject({ id, name: 'Theirs' });
  });

  it('answers 404 when the run was never started', async () => {
    const runId = randomUUID();
    expect(await ask(kibana, 'run', { runId })).toMatchObject(problem('run_not_found'));
  });

  it('reports what it created, and undo deletes exactly that', async () => {
    const runId = randomUUID();
    const run = await finish(runId);
    expect(run.workflow).toBe('set_up');
    expect(run.answer?.text).not.toBe('');
    expect(run.steps.map(({ status }) => status)).toEqual(
      stepsFor(setUp, run.request).map(() => 'done'),
    );
    expect(JSON.stringify(run)).not.toContain(session);
    const { groups, accounts } = env.simulator.state.world;
    for (const { tags } of [...groups, ...accounts])
      expect(tags).toMatchObject({ [runTag]: runId });

    const again = await ask(kibana, 'resumeRun', { runId, body: { session } });
    expect(again).toMatchObject(problem('run_not_resumable'));

    const { removals, run: untouched } = await answerOf(kibana, 'undoRun', {
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
    expect(written('DELETE', /./)).toEqual([]);

    // A repeated undo has no effect.
    const press = () => answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
    const pressed = await Promise.all([press(), press(), press()]);
    expect(pressed.map(({ run: undone }) => undone?.status)).toEqual(Array(3).fill('undoing'));
    const undone = await ended(runId, 'undone');
    expect(undone.steps.find(({ step }) => step === 'target')?.status).toBe('removed');
    // Not even soft-deleted, which would keep the name and the quota.
    expect(env.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
    expect(await connector(runId)).toBeUndefined();
    const after = await ask(kibana, 'resumeRun', { runId, body: { session } });
    expect(after).toMatchObject(problem('run_not_resumable'));
    // A late request starts no run.
    expect((await start(runId)).run.status).toBe('undone');
    await pause(1_000);
    expect(env.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  });

  it('keeps existing resources, and so does its undo', async () => {
    const first = randomUUID();
    const second = randomUUID();
    await finish(first);
    const run = await finish(second);
    const outcomes = Object.fromEntries(run.steps.map(({ step, outcome }) => [step, outcome]));
    expect(outcomes).toMatchObject({
      resource_group: 'reused',
      account: 'reused',
      model_deployment: 'reused',
      target: 'created',
    });
    const body = { session, dryRun: false };
    const { removals } = await answerOf(kibana, 'undoRun', { runId: second, body });
    expect(removals.map(({ step }) => step)).toEqual(['target']);
    await ended(second, 'undone');
    expect(written('DELETE', /./)).toEqual([]);
    expect(await connector(second)).toBeUndefined();
    expect(await connector(first)).toMatchObject({ id: first });
  });

  it('waits for a new sign-in when the session expires, and then finishes', async () => {
    const { state } = env.simulator;
    state.delays = { ...state.delays, accountMs: 4_000 };
    const runId = randomUUID();
    await start(runId);
    await accountAccepted();
    state.skewMs += state.world.tokenLifeMs;

    const stopped = await ended(runId, 'blocked');
    expect(stopped.problem).toMatchObject({ code: 'session_expired' });
    expect(stopped.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'failed',
      outcome: 'created',
    });
    expect(await ask(kibana, 'resumeRun', { runId, body: { session: 'old' } })).toMatchObject(
      problem('session_unreadable'),
    );
    session = await signIn(kibana);
    const press = () => ask(kibana, 'resumeRun', { runId, body: { session } });
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
    env.simulator.reset('no_quota');
    session = await signIn(kibana);
    const before = JSON.stringify(env.simulator.state.world);
    const runId = randomUUID();
    await start(runId);
    await ended(runId, 'blocked');

    const [subscription] = env.simulator.state.world.subscriptions;
    if (!subscription) throw new Error('the world has no subscription');
    const { quota } = subscription;
    subscription.quota = { limit: 1_000, limits: {}, used: {} };
    const name = 'kibana-moved';
    const request = aSetupRequest({
      location: 'swedencentral',
      accountName: name,
      customSubDomainName: name,
    });
    await answerOf(kibana, 'resumeRun', { runId, body: { session, request } });
    const run = await ended(runId, 'finished');
    expect(run.previousRequests?.map(({ location }) => location)).toEqual(['eastus2']);

    const undo = { runId, body: { session, dryRun: true } };
    const { removals } = await answerOf(kibana, 'undoRun', undo);
    const accounts = removals.filter(({ step }) => step === 'account');
    expect(accounts.map((removal) => removal.name)).toEqual([name, aSetupRequest().accountName]);
    expect(removals.filter(({ kept }) => kept)).toEqual([]);
    await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
    await ended(runId, 'undone');
    subscription.quota = quota;
    expect(JSON.stringify(env.simulator.state.world)).toBe(before);
  });

  it('finishes after a restart when Kibana stops during the run', async () => {
    const { state } = env.simulator;
    state.delays = { ...state.delays, accountMs: 3_000 };
    const runId = randomUUID();
    await start(runId);
    await accountAccepted();
    await kibana.stop();
    kibana = await env.start({ settings });

    await ended(runId, 'finished');
    for (const what of [/\/resourcegroups\/[^/?]+\?/i, account, /\/deployments\/[^/?]+\?/i]) {
      expect(written('PUT', what)).toHaveLength(1);
    }
  });
});

it('logs no secret and no unnamed failure', async () => {
  const log = await env.log();
  expect(log).not.toContain(secretMarker);
  expect(await env.failures()).toEqual([]);
});

describe('a Kibana without the plugin', () => {
  it('starts, and the connector answers', async () => {
    const runId = randomUUID();
    await finish(runId);
    await kibana.stop();
    await rm(path.join(env.home, 'plugins', 'azureOpenaiSetup'), { recursive: true });
    kibana = await env.start({
      settings: {
        ...settings,
        // Kibana refuses settings of missing plugins.
        'azure_openai_setup.encryptionKey': undefined,
        'azure_openai_setup.proxyUrl': undefined,
        'azure_openai_setup.ssl.certificateAuthorities': undefined,
      },
    });
    expect(await connector(runId)).toMatchObject({ id: runId, is_missing_secrets: false });
    const response = await fetch(`${kibana.url}/api/actions/connector/${runId}/_execute`, {
      method: 'POST',
      headers: {
        authorization: basic('elastic'),
        'content-type': 'application/json',
        'kbn-xsrf': 'true',
      },
      body: JSON.stringify({
        params: {
          subAction: 'run',
          subActionParams: {
            body: JSON.stringify({ messages: [{ role: 'user', content: 'Hello' }] }),
          },
        },
      }),
    });
    expect(await response.json()).toMatchObject({ status: 'ok' });
    expect((await ask(kibana, 'runs')).status).toBe(404);
    expect(await env.failures()).toEqual([]);
  });
});
