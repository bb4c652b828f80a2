import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { latestPatches } from '../../scripts/kibana_version';
import { type Kibana, storedDocuments } from '../kibana';
import { answerOf, ask, problem, signIn } from './support/ask';
import { setUpAzureKibana, type AzureKibana } from './support/azure_kibana';
import { atRest, quickTasks, recordOf, taskDocuments, type Who } from './support/run_stage';
import { aSetupRequest } from '../support/builders/a_setup_request';

let env: AzureKibana;
afterEach(() => env.clear());

const everyQuota = { limit: 1_000, limits: {}, used: {} };
const giveQuota = () => {
  const [subscription] = env.simulator.state.world.subscriptions;
  if (!subscription) throw new Error('the world has no subscription');
  subscription.quota = everyQuota;
};
const apiKeyCount = () => storedDocuments(env.home, 'api_keys').length;

describe.each(Object.entries(latestPatches))('Kibana %s', (minor, version) => {
  // On 9.2 a task of another space acts in the default one, and no setup starts there.
  const who: Who = minor === '9.2' ? {} : { space: 'marketing' };
  let kibana: Kibana;

  it('resumes, undoes and undoes again with new tasks and new keys', async () => {
    env = await setUpAzureKibana({ world: 'no_quota', version });
    kibana = await env.start({ settings: quickTasks });
    const runId = randomUUID();
    const session = await signIn(kibana, who);
    await answerOf(kibana, 'startRun', {
      ...who,
      body: { session, runId, request: aSetupRequest() },
    });
    const blocked = await atRest(kibana, runId, who);
    expect(blocked).toMatchObject({ status: 'blocked', problem: { code: 'insufficient_quota' } });
    expect(apiKeyCount()).toBe(1);
    expect(await recordOf(env.home, runId)).not.toHaveProperty('apiKey');

    giveQuota();
    const resume = { ...who, runId, body: { session } };
    expect((await answerOf(kibana, 'resumeRun', resume)).run.status).toBe('running');
    expect(await atRest(kibana, runId, who)).toMatchObject({ status: 'finished' });
    expect(apiKeyCount()).toBe(2);

    for (const key of [3, 4]) {
      const undo = { ...who, runId, body: { session, dryRun: false } };
      await answerOf(kibana, 'undoRun', undo);
      expect(await atRest(kibana, runId, who)).toMatchObject({ status: 'undone' });
      expect(apiKeyCount()).toBe(key);
    }
    const { groups, accounts } = env.simulator.state.world;
    expect([groups, accounts]).toEqual([[], []]);
    const record = await recordOf(env.home, runId);
    expect(record).toMatchObject({ status: 'idle' });
    expect(record).not.toHaveProperty('apiKey');
    expect(taskDocuments(env.home)).toEqual([record]);
    expect(await env.failures()).toEqual([]);
  });
});

describe('permissions', () => {
  const settingsFor = (features: Record<string, 'all' | 'read'>) => ({
    ...quickTasks,
    'host.roles': { maker: { features: { azureOpenaiSetup: 'all', ...features } } },
    'host.users': [{ username: 'maker', password: 'changeme', roles: ['maker'] }],
  });
  const who: Who = { as: 'maker' };

  it('that are taken away while the run waits do not act any more, and count again when they are back', async () => {
    env = await setUpAzureKibana({ world: 'no_quota' });
    let kibana = await env.start({ settings: settingsFor({ actions: 'all' }) });
    const runId = randomUUID();
    const session = await signIn(kibana, who);
    await answerOf(kibana, 'startRun', {
      ...who,
      body: { session, runId, request: aSetupRequest() },
    });
    await atRest(kibana, runId, who);
    const stopped = await recordOf(env.home, runId);
    await kibana.stop();
    giveQuota();

    kibana = await env.start({ settings: settingsFor({}) });
    const resume = { ...who, runId, body: { session } };
    const missing = problem('connector_privilege_missing');
    expect(await ask(kibana, 'resumeRun', resume)).toMatchObject(missing);
    const body = { session, runId: randomUUID(), request: aSetupRequest() };
    expect(await ask(kibana, 'startRun', { ...who, body })).toMatchObject(missing);
    expect(taskDocuments(env.home)).toEqual([stopped]);
    await kibana.stop();

    kibana = await env.start({ settings: settingsFor({ actions: 'all' }) });
    await answerOf(kibana, 'resumeRun', resume);
    expect(await atRest(kibana, runId, who)).toMatchObject({ status: 'finished' });
  });
});

describe('an API key that Kibana refuses', () => {
  const runWith = async (wrongTicks: number) => {
    env = await setUpAzureKibana();
    const settings = { ...quickTasks, 'host.tasks.ticksWithWrongKey': wrongTicks };
    const kibana = await env.start({ settings });
    const runId = randomUUID();
    const session = await signIn(kibana);
    await answerOf(kibana, 'startRun', { body: { session, runId, request: aSetupRequest() } });
    return { kibana, runId, session };
  };

  it('delays a run when it is refused for two ticks', async () => {
    const { kibana, runId } = await runWith(2);
    expect(await atRest(kibana, runId)).toMatchObject({ status: 'finished' });
  });

  it('stops a run with a named problem at each resume when it stays refused', async () => {
    const { kibana, runId, session } = await runWith(3);
    expect(await atRest(kibana, runId)).toMatchObject({
      status: 'blocked',
      problem: { code: 'task_key_rejected' },
    });
    await answerOf(kibana, 'resumeRun', { runId, body: { session } });
    expect(await atRest(kibana, runId)).toMatchObject({ problem: { code: 'task_key_rejected' } });
    const log = readFileSync(path.join(env.home, 'data', 'kibana.log'), 'utf8');
    expect(log).not.toContain('wrong:key');
  });
});
