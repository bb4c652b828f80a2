import { aNewRun, runId, tolerantContext } from '../../../test/support/a_new_run';
import { createFakeAzure } from '../../../test/support/fake_azure';
import { createFakeTarget } from '../../../test/support/fake_target';
import { aSetupRequest } from '../../../test/support/a_setup_request';
import { carryOut, carryOutUndo } from '../../../test/support/carry_out';
import { newRun } from './run_state';
import { setUp } from './set_up';

describe('undo', () => {
  it('leaves nothing of the run behind, not even in the bin', async () => {
    const azure = createFakeAzure();
    const target = createFakeTarget();
    const context = tolerantContext(azure, target);
    const run = await carryOut(aNewRun(), context);

    const undone = await carryOutUndo(run, context);
    expect(undone.status).toBe('undone');
    expect(undone.steps.map(({ step, status }) => [step, status])).toEqual([
      ['provider_registration', 'kept'],
      ['resource_group', 'removed'],
      ['account', 'removed'],
      ['model_deployment', 'removed'],
      ['target', 'removed'],
      ['first_answer', 'kept'],
    ]);
    const { resourceGroups, accounts, deployments, softDeleted } = azure.world;
    expect([resourceGroups, accounts, deployments, softDeleted]).toEqual([[], [], [], []]);
    expect(target.stored.size).toBe(0);
  });

  it('does not wait for Azure to be asked again tomorrow', async () => {
    const azure = createFakeAzure();
    const target = createFakeTarget();
    const context = tolerantContext(azure, target);
    const run = await carryOut(aNewRun(), context);
    azure.fail('deleteAccount', { code: 'azure_throttled', detail: { seconds: 86_400 } }, 1);
    const undone = await carryOutUndo(run, context);
    expect(undone.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'kept',
      problem: { code: 'azure_throttled' },
    });
  });

  it('waits two minutes for an account without deployments, then says that it holds something else', async () => {
    const azure = createFakeAzure();
    const target = createFakeTarget();
    const context = tolerantContext(azure, target);
    const run = await carryOut(aNewRun(), context);
    azure.fail('deleteAccount', { code: 'account_busy', detail: { deployments: 0 } }, 10_000);
    const startedAt = context.now().getTime();

    const undone = await carryOutUndo(run, context);
    expect(undone.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'kept',
      problem: { code: 'resource_not_empty' },
    });
    const minutes = (context.now().getTime() - startedAt) / 60_000;
    expect(Math.round(minutes)).toBe(2);
  });

  it('never touches what was there before, and keeps a group that others use', async () => {
    const azure = createFakeAzure();
    const target = createFakeTarget();
    const context = tolerantContext(azure, target);
    const run = await carryOut(aNewRun(), context);
    azure.world.otherContents[aSetupRequest().resourceGroup] = ['somebodys-database'];

    const undone = await carryOutUndo(run, context);
    expect(undone.steps[1]).toMatchObject({
      status: 'kept',
      problem: { code: 'resource_not_empty' },
    });
    expect(azure.world.resourceGroups).toHaveLength(1);
    expect(azure.world.accounts).toEqual([]);
  });

  it('owns up to what lost its mark, and leaves it', async () => {
    const azure = createFakeAzure();
    const context = tolerantContext(azure, createFakeTarget());
    const run = await carryOut(aNewRun(), context);
    for (const account of azure.world.accounts) account.tags = {};

    const undone = await carryOutUndo(run, context);
    expect(azure.world.accounts).toHaveLength(1);
    expect(undone.steps.map(({ step, status, problem }) => [step, status, problem?.code])).toEqual([
      ['provider_registration', 'kept', undefined],
      ['resource_group', 'kept', 'resource_not_empty'],
      ['account', 'kept', 'mark_missing'],
      ['model_deployment', 'removed', undefined],
      ['target', 'removed', undefined],
      ['first_answer', 'kept', undefined],
    ]);
  });

  it('reports nothing left when everything was deleted by hand', async () => {
    const azure = createFakeAzure();
    const target = createFakeTarget();
    const context = tolerantContext(azure, target);
    const run = await carryOut(aNewRun(), context);
    target.stored.clear();
    Object.assign(azure.world, { resourceGroups: [], accounts: [], deployments: [] });
    const undone = await carryOutUndo(run, context);
    expect(undone.steps.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(undone.status).toBe('undone');
  });

  it('of an adopted account removes the deployment only', async () => {
    const azure = createFakeAzure();
    const context = tolerantContext(azure, createFakeTarget());
    await carryOut(aNewRun(), context);
    const adopter = newRun(
      setUp,
      '2'.repeat(8) + runId.slice(8),
      aSetupRequest({ deploymentName: 'second' }),
      new Date(),
    );
    const run = await carryOut(adopter, context);
    await carryOutUndo(run, context);
    expect(azure.world.accounts).toHaveLength(1);
    expect(azure.world.deployments.map(({ deploymentName }) => deploymentName)).toEqual([
      'gpt-5.2',
    ]);
  });
});
