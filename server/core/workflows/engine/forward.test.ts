import {
  aFinishedStage,
  aNewRun,
  anotherRun,
  aStage,
  runId,
} from '../../../../test/support/builders/a_new_run';
import { SetupError } from '../../../../common/problem';
import { runTag } from '../../../../common/run_tag';
import { deploymentsOf, forbidden, refusal } from '../../../../test/support/azure_in_process';
import { aSetupRequest } from '../../../../test/support/builders/a_setup_request';
import { carryOut, carryOutUndo } from '../../../../test/support/carry_out';
import { resumed } from './run_state';
import { advance } from './advance';
import { setUp } from '../set_up';

const notYet = { status: 'propagating', problem: { code: 'deployment_not_found' } } as const;

describe('a run', () => {
  it('creates everything with its ownership tag in an empty subscription', async () => {
    const { azure, target, context } = aStage();
    const run = await carryOut(aNewRun(), context);

    expect(run).toMatchObject({ status: 'finished', answer: { text: 'Hello' } });
    expect(run.steps.map(({ step, status, outcome }) => [step, status, outcome])).toEqual([
      ['provider_registration', 'done', 'reused'],
      ['resource_group', 'done', 'created'],
      ['account', 'done', 'created'],
      ['model_deployment', 'done', 'created'],
      ['target', 'done', 'created'],
      ['first_answer', 'done', 'created'],
    ]);
    const made = [...azure.world.groups, ...azure.world.accounts, ...deploymentsOf(azure)];
    expect(made.map(({ tags }) => tags[runTag])).toEqual([runId, runId, runId]);
    expect(target.stored.get(runId)).toMatchObject({
      name: 'Azure OpenAI - GPT-5.2',
      url: 'https://kibana-openai-4f2a.openai.azure.com/openai/deployments/gpt-5.2/chat/completions?api-version=2025-04-01-preview',
    });
  });

  it.each(['createResourceGroup', 'createAccount', 'createDeployment'] as const)(
    'creates nothing twice after a crash after %s',
    async (verb) => {
      const { azure, target, context } = aStage();
      azure.failAfter(verb);
      const died = await carryOut(aNewRun(), context);
      expect(died.status).toBe('blocked');

      // Task Manager starts the next tick from the previous state.
      const run = await carryOut(aNewRun(), context);
      expect(run.status).toBe('finished');
      expect(azure.world.groups).toHaveLength(1);
      expect(azure.world.accounts).toHaveLength(1);
      expect(deploymentsOf(azure)).toHaveLength(1);
      expect(target.stored.size).toBe(1);
      expect(azure.writes.filter((write) => write === verb)).toHaveLength(1);
    },
  );

  it('waits out the minutes in which a new deployment does not answer', async () => {
    const { target, context } = aStage();
    target.answers = Array.from({ length: 140 }, () => notYet);
    const run = await carryOut(aNewRun(), context);
    expect(run.status).toBe('finished');
    expect(target.asked).toBe(141);
  });

  it('says after five minutes that the deployment does not answer, and continues when resumed', async () => {
    const { target, context } = aStage();
    target.answers = Array.from({ length: 200 }, () => notYet);
    const run = await carryOut(aNewRun(), context);
    expect(run).toMatchObject({ status: 'blocked', problem: { code: 'deployment_not_found' } });
    expect(run.steps.at(-1)).toMatchObject({ step: 'first_answer', status: 'failed' });

    target.answers = [];
    const again = await carryOut(resumed(setUp, run, run.request), context);
    expect(again.status).toBe('finished');
  });

  it('does not own a resource when another run has overwritten its tag', async () => {
    const { azure, context } = aStage();
    const { createDeployment } = azure;
    azure.createDeployment = async (deployment) => {
      await createDeployment(deployment);
      for (const account of azure.world.accounts) account.tags = { [runTag]: 'another' };
    };
    const run = await carryOut(aNewRun(), context);
    expect(run.status).toBe('finished');
    const outcomes = Object.fromEntries(run.steps.map(({ step, outcome }) => [step, outcome]));
    expect(outcomes).toMatchObject({ account: 'reused', model_deployment: 'created' });
    for (const account of azure.world.accounts) account.tags = { [runTag]: runId };
    const undone = await carryOutUndo(run, context);
    expect(undone.steps.find(({ step }) => step === 'account')?.status).toBe('kept');
    expect(azure.world.accounts).toHaveLength(1);
  });

  it('keeps existing resources when its request has changed', async () => {
    const { azure, context } = aStage();
    await carryOut(anotherRun(), context);
    for (const account of azure.world.accounts) account.deployments = [];
    const run = await carryOut(aNewRun({ capacity: 20_000 }), context);
    expect(run.status).toBe('blocked');
    for (const { tags } of azure.world.accounts) Object.assign(tags, { [runTag]: runId });
    const fixed = await carryOut(resumed(setUp, run, aSetupRequest({ capacity: 50 })), context);
    expect(fixed.steps.find(({ step }) => step === 'account')?.outcome).toBe('reused');
    await carryOutUndo(fixed, context);
    expect(azure.world.accounts).toHaveLength(1);
  });

  it('stops at missing quota, and a smaller request finishes it', async () => {
    const { azure, context } = aStage();
    const run = await carryOut(aNewRun({ capacity: 20_000 }), context);
    expect(run.status).toBe('blocked');
    expect(run.problem?.code).toBe('insufficient_quota');

    const fixed = await carryOut(resumed(setUp, run, aSetupRequest({ capacity: 50 })), context);
    expect(fixed.status).toBe('finished');
    expect(deploymentsOf(azure).map(({ sku }) => sku.capacity)).toEqual([50]);
  });

  it('starts over in another region when resumed, and undo deletes both', async () => {
    const { azure, target, context } = aStage();
    const first = await carryOut(aNewRun({ capacity: 20_000 }), context);
    expect(azure.world.accounts.map(({ location }) => location)).toEqual(['eastus2']);

    const elsewhere = { location: 'swedencentral', accountName: 'kibana-openai-se' };
    const change = { ...elsewhere, customSubDomainName: elsewhere.accountName, capacity: 50 };
    const moved = await carryOut(resumed(setUp, first, aSetupRequest(change)), context);
    expect(moved.status).toBe('finished');
    expect(moved.previousRequests).toEqual([first.request]);
    expect(azure.world.accounts).toMatchObject([
      { name: 'kibana-openai-4f2a', deployments: [] },
      { name: 'kibana-openai-se', deployments: [{ name: 'gpt-5.2' }] },
    ]);

    const undone = await carryOutUndo(moved, context);
    expect(undone.steps.filter(({ status }) => status === 'removed')).toHaveLength(4);
    expect([azure.world.groups, azure.world.accounts]).toEqual([[], []]);
    expect(target.stored.size).toBe(0);
  });

  it('deletes its resources of a previous request when the next one failed early', async () => {
    const { azure, context } = aStage();
    const first = await carryOut(aNewRun({ capacity: 20_000 }), context);
    azure.fail('resourceGroup', forbidden);
    const other = { resourceGroup: 'elsewhere', accountName: 'another-name' };
    const stuck = await carryOut(resumed(setUp, first, aSetupRequest(other)), context);
    expect(stuck.status).toBe('blocked');
    const undone = await carryOutUndo(stuck, context);
    expect(undone.steps[2]).toMatchObject({ step: 'account', status: 'removed' });
    expect([azure.world.groups, azure.world.accounts]).toEqual([[], []]);
  });

  it('changes its own resources once when the request changes', async () => {
    const { azure, target, context } = aStage();
    target.answers = [{ status: 'refused_network', problem: { code: 'network_rules_block' } }];
    const run = await carryOut(aNewRun({ networkAccess: 'selected', ipRules: [] }), context);
    expect(run.problem?.code).toBe('network_rules_block');

    const request = aSetupRequest({ networkAccess: 'all', capacity: 60 });
    const open = await carryOut(resumed(setUp, run, request), context);
    expect(open.status).toBe('finished');
    expect(await azure.account(run.request)).toMatchObject({ networkAccess: 'all' });
    expect(azure.world.accounts).toHaveLength(1);
    expect(deploymentsOf(azure).map(({ sku }) => sku.capacity)).toEqual([60]);
    expect(open.previousRequests).toBeUndefined();
    const ofAccounts = ['createAccount', 'updateAccountNetwork'];
    expect(azure.writes.filter((verb) => ofAccounts.includes(verb))).toEqual(ofAccounts);
  });

  it('creates once, and waits, when Azure does not return an accepted resource yet', async () => {
    const { azure, context } = aStage();
    const real = azure.resourceGroup;
    let blind = 0;
    azure.resourceGroup = async (ref) => {
      const found = await real(ref);
      return found && (blind += 1) <= 3 ? undefined : found;
    };
    const run = await carryOut(aNewRun(), context);
    expect(run.status).toBe('finished');
    expect(azure.writes.filter((verb) => verb === 'createResourceGroup').length).toBeLessThan(5);
  });

  it('stops when a created resource never appears', async () => {
    const { azure, context } = aStage();
    azure.resourceGroup = async () => undefined;
    const run = await carryOut(aNewRun(), context);
    expect(run).toMatchObject({ status: 'blocked', problem: { code: 'operation_slow' } });
  });

  it('stops and reports the error when a step fails with `unexpected`', async () => {
    const { azure, context } = aStage();
    const failure = new SetupError({ code: 'unexpected' });
    azure.createAccount = () => Promise.reject(failure);
    const reported: unknown[] = [];
    const report = (error: unknown) => void reported.push(error);
    const { run } = await advance(setUp, { run: aNewRun() }, { ...context, report });
    expect(run).toMatchObject({ status: 'blocked', problem: { code: 'unexpected' } });
    expect(reported).toEqual([failure]);
  });

  it('creates nothing more when its task was deleted', async () => {
    const { azure, context } = aStage();
    context.standing = async () => 'undone';
    const { superseded } = await advance(setUp, { run: aNewRun() }, context);
    expect(superseded).toBe(true);
    expect(azure.writes).toEqual([]);
  });

  it('creates a resource again when it was deleted while the run was stopped', async () => {
    const { azure, target, context } = aStage();
    target.answers = [{ status: 'failed', problem: { code: 'answer_refused' } }];
    const stopped = await carryOut(aNewRun(), context);
    expect(stopped.problem?.code).toBe('answer_refused');
    target.stored.clear();
    Object.assign(azure.world, { groups: [], accounts: [] });

    const run = await carryOut(resumed(setUp, stopped, stopped.request), context);
    expect(run.status).toBe('finished');
    expect(deploymentsOf(azure)).toHaveLength(1);
    expect([...target.stored.keys()]).toEqual([runId]);
  });

  it('owns the connector that another tick of the run has just created', async () => {
    const { target, context } = aStage();
    const { create } = target;
    target.create = async (connector) => {
      await create(connector);
      throw new SetupError({ code: 'connector_conflict' });
    };
    const run = await carryOut(aNewRun(), context);
    expect(run.status).toBe('finished');
    expect(target.stored.size).toBe(1);
  });

  it('stops at a connector of another space that has its id', async () => {
    const { target, context } = aStage();
    target.create = () => Promise.reject(new SetupError({ code: 'connector_conflict' }));
    const run = await carryOut(aNewRun(), context);
    expect(run).toMatchObject({ status: 'blocked', problem: { code: 'connector_conflict' } });
  });

  it('deletes the connector under way when its task was deleted', async () => {
    const { target, context } = aStage();
    const { create } = target;
    let isThere = true;
    target.create = async (connector) => {
      isThere = false;
      return create(connector);
    };
    context.standing = async () => (isThere ? 'current' : 'undone');
    const { superseded } = await advance(setUp, { run: aNewRun() }, context);
    expect(superseded).toBe(true);
    expect(target.stored.size).toBe(0);
  });

  it('reuses compatible resources unchanged, and stops at incompatible ones', async () => {
    const { azure, context } = await aFinishedStage();
    const before = JSON.stringify([azure.world.groups, azure.world.accounts]);

    const reused = await carryOut(anotherRun(), context);
    expect(reused.steps.slice(0, 4).map(({ outcome }) => outcome)).toEqual(Array(4).fill('reused'));
    expect(JSON.stringify([azure.world.groups, azure.world.accounts])).toBe(before);

    const stopped = await carryOut(anotherRun({ modelName: 'gpt-4.1' }), context);
    expect(stopped.problem?.code).toBe('deployment_conflict');
  });
});

it.each([
  [86_400, 'blocked'],
  [20, 'finished'],
])('a run told to ask Azure again in %i seconds is %s', async (seconds, status) => {
  const { azure, context } = aStage();
  azure.fail('createAccount', refusal(429, 'TooManyRequests', seconds), 3);
  const run = await carryOut(aNewRun(), context);
  expect(run.status).toBe(status);
});
