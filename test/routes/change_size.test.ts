import { randomUUID } from 'node:crypto';
import { ids, type SimDeployment } from '../azure';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, problem, signIn } from './support/ask';
import { until } from '../kibana';
import { atRest, quickTasks } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana();
let runId: string;

/** Its deployment has 100 units, for which the quota has 900 more. */
const request = aSetupRequest({ capacity: 100, versionUpgradeOption: 'NoAutoUpgrade' });
beforeEach(async () => {
  ({ runId } = await stage.finished(request));
});

function deployment(): SimDeployment {
  const [found] = stage.simulator.state.world.accounts.flatMap(({ deployments }) => deployments);
  if (!found) throw new Error('There is no deployment');
  return found;
}
const writes = () =>
  stage.simulator.requests.filter(
    ({ method, path }) =>
      ['PUT', 'PATCH', 'DELETE'].includes(method) && path.includes('/deployments/'),
  );

const inputOf = (capacity: number | undefined, change: object = {}) => ({
  runId,
  body: {
    session: stage.session,
    changeId: randomUUID(),
    dryRun: false,
    ...(capacity && { capacity }),
    ...change,
  },
});
const sizes = async (capacity?: number) =>
  answerOf(stage.kibana, 'changeSize', inputOf(capacity, { dryRun: true }));
const refused = (capacity: number) => ask(stage.kibana, 'changeSize', inputOf(capacity));

async function changeTo(capacity: number, changeId: string = randomUUID()) {
  const { run } = await answerOf(stage.kibana, 'changeSize', inputOf(capacity, { changeId }));
  expect(run).toMatchObject({
    ...{ runId: changeId, workflow: 'change_size', setUpId: runId, tokensPerUnit: 1_000 },
  });
  return atRest(stage.kibana, changeId);
}

describe('a change of size', () => {
  it('changes the capacity and nothing else, upwards and downwards', async () => {
    const before = structuredClone(deployment());
    for (const capacity of [250, 40]) {
      expect(await changeTo(capacity)).toMatchObject({
        status: 'finished',
        steps: [{ step: 'deployment_capacity', status: 'done', name: before.name }],
      });
      const { sku, model, tags, versionUpgradeOption, raiPolicyName } = deployment();
      expect(sku).toEqual({ ...before.sku, capacity });
      expect({ model, tags, versionUpgradeOption, raiPolicyName }).toEqual({
        model: before.model,
        tags: before.tags,
        versionUpgradeOption: 'NoAutoUpgrade',
        raiPolicyName: before.raiPolicyName,
      });
    }
    expect(writes().map(({ method }) => method)).toEqual(['PUT', 'PATCH', 'PATCH']);
  });

  it('answers the sizes within the quota and the findings of the checks, and writes nothing', async () => {
    const answer = await sizes();
    expect(answer.sizes).toMatchObject({ capacity: 100, minimum: 1, step: 1, maximum: 1_000 });
    expect(answer.run).toBeUndefined();
    const { verdicts } = await sizes(1_001);
    expect(verdicts.find(({ check }) => check === 'quota')).toMatchObject({
      status: 'fail',
      problem: { code: 'insufficient_quota', field: 'capacity' },
    });
    expect(writes()).toHaveLength(1);
  });

  it.each(['/usages', '/checkPolicyRestrictions'])(
    'asks Azure for %s once, for the sizes and for the checks',
    async (asked) => {
      const calls = () => stage.simulator.requests.filter(({ path }) => path.includes(asked));
      const before = calls().length;
      await sizes(200);
      expect(calls()).toHaveLength(before + 1);
    },
  );

  it('is one run, however often it is started', async () => {
    const changeId = randomUUID();
    const runs = await Promise.all([1, 2, 3].map(() => changeTo(300, changeId)));
    expect(runs.map(({ status }) => status)).toEqual(['finished', 'finished', 'finished']);
    expect(await changeTo(300, changeId)).toMatchObject({ status: 'finished' });
    expect(writes().filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it('is refused while another one of the same deployment is at work', async () => {
    const { state } = stage.simulator;
    state.switches.slowDeployments = true;
    state.delays.deploymentMs = 10 * 60_000;
    const start = (capacity: number) => {
      const changeId = randomUUID();
      return { changeId, answer: ask(stage.kibana, 'changeSize', inputOf(capacity, { changeId })) };
    };
    const changes = [start(200), start(300)];
    const answers = await Promise.all(changes.map(({ answer }) => answer));
    const refusals = answers.filter(({ status }) => status !== 200);
    expect(refusals).toMatchObject([problem('throughput_changing')]);
    const started = changes[answers.findIndex(({ status }) => status === 200)];
    if (!started) throw new Error('one change was expected to start');
    const { lastChange } = (await answerOf(stage.kibana, 'run', { runId })).run;
    expect(lastChange).toMatchObject({ changeId: started.changeId });
    await until(writes, (all) => all.some(({ method }) => method === 'PATCH'));
    state.skewMs += state.delays.deploymentMs;
    expect(await atRest(stage.kibana, started.changeId)).toMatchObject({ status: 'finished' });
    expect(writes().filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  it('does not take the id of a setup', async () => {
    const answer = await ask(stage.kibana, 'changeSize', inputOf(200, { changeId: runId }));
    expect(answer).toMatchObject(problem('run_id_used'));
    expect(deployment().sku.capacity).toBe(100);
  });

  it('leaves the removal of the setup as it was, and has nothing to remove itself', async () => {
    const changeId = randomUUID();
    await changeTo(200, changeId);
    expect(await stage.removals(changeId)).toEqual([]);
    expect(await stage.undone(changeId)).toMatchObject({ status: 'undone' });
    expect(deployment().sku.capacity).toBe(200);

    expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });
    expect(stage.simulator.state.world.accounts).toEqual([]);
  });
});

describe('a change of size without quota to read', () => {
  it.each([
    ['refuses to show it', { status: 403, code: 'AuthorizationFailed', message: 'No.' }],
    ['does not answer', { status: 500, code: 'InternalServerError', message: 'Later.' }],
  ])('says so and leaves the decision to Azure when Azure %s', async (_what, action) => {
    stage.simulator.state.faults.push({ match: { method: 'GET', path: '/usages' }, action });
    const { sizes: found, verdicts } = await sizes();
    // What the service itself has left is known.
    expect(found).toMatchObject({ capacity: 100, minimum: 1, maximum: 1_000 });
    expect(found).not.toHaveProperty('addable');
    expect(verdicts.find(({ check }) => check === 'quota')).toMatchObject({
      status: 'unverified',
      problem: { code: 'quota_unreadable' },
    });
    for (const capacity of [150, 50]) {
      expect(await changeTo(capacity)).toMatchObject({ status: 'finished' });
      expect(deployment().sku.capacity).toBe(capacity);
    }
  });
});

describe('a change of size is refused', () => {
  afterEach(() => {
    expect(writes().filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  it('when the deployment is gone', async () => {
    for (const account of stage.simulator.state.world.accounts) account.deployments = [];
    expect(await refused(200)).toMatchObject(problem('resource_not_found'));
  });

  it.each([
    ['no ownership tag', {}],
    ['the ownership tag of another run', { azureopenaisetup: randomUUID() }],
  ])('when the deployment has %s', async (_what, tags) => {
    const names = Object.keys(deployment().tags).filter((name) => name !== 'team');
    expect(names).toHaveLength(1);
    const [name = ''] = names;
    const [owner] = Object.values(tags);
    deployment().tags = owner ? { [name]: owner } : {};
    expect(await refused(200)).toMatchObject(problem('ownership_tag_missing'));
  });

  it.each(['Failed', 'Disabled'] as const)('when the deployment is %s', async (state) => {
    deployment().fixedState = state;
    expect(await refused(200)).toMatchObject(problem('deployment_failed'));
  });

  it('when the deployment has a different model now', async () => {
    deployment().model = { format: 'OpenAI', name: 'gpt-5.1', version: '2025-11-13' };
    expect(await refused(200)).toMatchObject(problem('deployment_conflict'));
  });

  it('when quota or service have too little left', async () => {
    expect(await refused(1_001)).toMatchObject(problem('insufficient_quota'));
    const [subscription] = stage.simulator.state.world.subscriptions;
    if (!subscription) throw new Error('There is no subscription');
    subscription.serviceCapacity = { eastus2: 50 };
    expect(await refused(200)).toMatchObject(problem('insufficient_capacity'));
    expect((await sizes()).sizes.maximum).toBe(150);
  });

  it('when the model has no such size', async () => {
    const [subscription] = stage.simulator.state.world.subscriptions;
    if (!subscription) throw new Error('There is no subscription');
    subscription.quota = { limit: 100_000, limits: {}, used: {} };
    expect(await refused(30_001)).toMatchObject(problem('capacity_not_supported'));
    expect((await sizes()).sizes.maximum).toBe(30_000);
    const none = await ask(stage.kibana, 'changeSize', inputOf(undefined, { capacity: 0 }));
    expect(none).toMatchObject({ status: 400 });
  });

  it('when a lock prevents changes, but not when it prevents deletion only', async () => {
    const [account] = stage.simulator.state.world.accounts;
    if (!account) throw new Error('There is no account');
    account.locks = [{ name: 'closed', level: 'ReadOnly' }];
    expect(await refused(200)).toMatchObject(problem('scope_locked'));
    expect((await sizes()).verdicts).toContainEqual(
      expect.objectContaining({ check: 'resource_group', status: 'fail' }),
    );
    account.locks = [{ name: 'keep', level: 'CanNotDelete' }];
    expect((await sizes()).verdicts.every(({ status }) => status === 'pass')).toBe(true);
  });

  it('when a policy denies the deployment with the model and the tags that it has', async () => {
    const [subscription] = stage.simulator.state.world.subscriptions;
    if (!subscription) throw new Error('There is no subscription');
    const effect = 'deny' as const;
    const resourceType = 'microsoft.cognitiveservices/accounts/deployments';
    const tag = { ...{ effect, resourceType }, assignmentName: 'tag', displayName: 'A tag' };
    subscription.policies = [{ ...tag, requiredTag: 'costCenter' }];
    const { verdicts } = await sizes(200);
    expect(verdicts.find(({ check }) => check === 'policy')).toMatchObject({
      status: 'fail',
      problem: { code: 'policy_denied', detail: { policy: 'A tag' } },
    });
    expect(await refused(200)).toMatchObject(problem('policy_denied'));
    deployment().tags = { ...deployment().tags, costCenter: '4711' };
    expect((await sizes(200)).verdicts.every(({ status }) => status === 'pass')).toBe(true);
  });

  it('when the size lies between those of the model that a change by hand has left', async () => {
    deployment().sku.capacity = 40_000;
    expect((await sizes()).sizes).toMatchObject({ capacity: 40_000, maximum: 30_000, addable: 0 });
    expect(await refused(35_000)).toMatchObject(problem('capacity_not_supported'));
  });

  it('when the permission to write deployments is missing', async () => {
    const role = {
      id: randomUUID(),
      actions: ['*'],
      notActions: ['Microsoft.CognitiveServices/accounts/deployments/write'],
      dataActions: [],
    };
    for (const app of stage.simulator.state.world.apps) {
      app.assignments = [{ scope: `/subscriptions/${ids.main}`, role }];
    }
    expect(await refused(200)).toMatchObject(problem('authorization_failed'));
    const { verdicts } = await sizes(200);
    expect(verdicts).toContainEqual(
      expect.objectContaining({ check: 'permissions', status: 'fail' }),
    );
  });

  it('when the run is of another person', async () => {
    const who = { as: 'setup_admin' };
    const own = await signIn(stage.kibana, who);
    const input = { ...who, ...inputOf(200, { session: own }) };
    expect(await ask(stage.kibana, 'changeSize', input)).toMatchObject(problem('run_not_found'));
  });

  it('when the run has not finished, or is no setup', async () => {
    const changeId = randomUUID();
    await changeTo(100, changeId);
    const again = { ...inputOf(200), runId: changeId };
    expect(await ask(stage.kibana, 'changeSize', again)).toMatchObject(
      problem('run_not_resumable'),
    );
    expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });
    expect(await refused(200)).toMatchObject(problem('run_not_resumable'));
  });

  it('when the setup reused the deployment', async () => {
    const second = aSetupRequest({ capacity: 100, targetName: 'Second connector' });
    ({ runId } = await stage.finished(second));
    expect(await refused(200)).toMatchObject(problem('ownership_tag_missing'));
  });
});

describe('a change of size that stops', () => {
  it('names the problem and resumes, with the same deployment only', async () => {
    const changeId = randomUUID();
    stage.simulator.state.faults.push({
      match: { method: 'PATCH', path: '/deployments/' },
      times: 1,
      action: { status: 400, code: 'InsufficientQuota', message: 'Taken a moment ago.' },
    });
    expect(await changeTo(200, changeId)).toMatchObject({
      status: 'blocked',
      problem: { code: 'insufficient_quota' },
    });
    const moved = aSetupRequest({ deploymentName: 'another' });
    expect(await stage.resumed(changeId, { request: moved })).toMatchObject({
      status: 'blocked',
      problem: { code: 'run_not_resumable' },
    });
    const secondId = randomUUID();
    expect(await changeTo(200, secondId)).toMatchObject({ status: 'finished' });
    expect(deployment().sku.capacity).toBe(200);
  });

  it('continues by itself after Kibana was killed', async () => {
    const changeId = randomUUID();
    stage.simulator.state.delays.deploymentMs = 3_000;
    await answerOf(stage.kibana, 'changeSize', inputOf(220, { changeId }));
    await until(writes, (all) => all.some(({ method }) => method === 'PATCH'));
    await stage.kibana.kill();
    await stage.restart();
    expect(await atRest(stage.kibana, changeId)).toMatchObject({ status: 'finished' });
    expect(deployment().sku.capacity).toBe(220);
    expect(await stage.env.failures()).toEqual([]);
  });

  it('continues in a Kibana without OpenAI connectors', async () => {
    const changeId = randomUUID();
    stage.simulator.state.faults.push({
      match: { method: 'PATCH', path: '/deployments/' },
      times: 1,
      action: { status: 400, code: 'InsufficientQuota', message: 'Taken a moment ago.' },
    });
    expect(await changeTo(230, changeId)).toMatchObject({ status: 'blocked' });
    await stage.restart({ ...quickTasks, 'xpack.actions.enabledActionTypes': ['.index'] });
    expect(await stage.resumed(changeId)).toMatchObject({ status: 'finished' });
    expect(deployment().sku.capacity).toBe(230);
  });
});
