import { aFinishedStage, anotherRun } from '../../../../test/support/builders/a_new_run';
import { deploymentsOf, refusal } from '../../../../test/support/azure_in_process';
import { carryOut, carryOutUndo } from '../../../../test/support/carry_out';
import { SetupError } from '../../../../common/problem';
import type { Azure } from '../../azure/azure';

describe('undo', () => {
  it('deletes everything of the run, soft-deleted accounts included', async () => {
    const { azure, target, context, run } = await aFinishedStage();

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
    expect([azure.world.groups, azure.world.accounts]).toEqual([[], []]);
    expect(target.stored.size).toBe(0);
    const removed = undone.steps.filter(({ status }) => status === 'removed');
    expect(removed.every(({ finishedAt }) => finishedAt)).toBe(true);
  });

  it('does not wait when Azure asks for a very late retry', async () => {
    const { azure, context, run } = await aFinishedStage();
    azure.fail('deleteAccount', refusal(429, 'TooManyRequests', 86_400));
    const undone = await carryOutUndo(run, context);
    expect(undone.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'kept',
      problem: { code: 'azure_throttled' },
    });
  });

  it('waits for an account without deployments although it has waited for Azure before', async () => {
    const { azure, context, run } = await aFinishedStage();
    const startedAt = context.now().getTime();
    const deleteAccount: Azure['deleteAccount'] = async (ref) => {
      const minutes = (context.now().getTime() - startedAt) / 60_000;
      if (minutes < 3) throw new SetupError({ code: 'azure_busy' });
      if (minutes < 4) throw new SetupError({ code: 'account_busy', detail: { deployments: 0 } });
      return azure.deleteAccount(ref);
    };

    const undone = await carryOutUndo(run, { ...context, azure: { ...azure, deleteAccount } });
    expect(undone.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'removed',
    });
  });

  it('waits two minutes for an account without deployments, then says that it holds something else', async () => {
    const { azure, context, run } = await aFinishedStage();
    // ARM's refusal while it still counts deployments; permanent in this test.
    azure.fail('deleteAccount', refusal(409, 'CannotDeleteResource'), 10_000);
    const startedAt = context.now().getTime();

    const undone = await carryOutUndo(run, context);
    expect(undone.steps.find(({ step }) => step === 'account')).toMatchObject({
      status: 'kept',
      problem: { code: 'resource_not_empty' },
    });
    const minutes = (context.now().getTime() - startedAt) / 60_000;
    expect(Math.round(minutes)).toBe(2);
  });

  it('keeps existing resources, and a group with other resources', async () => {
    const { azure, context, run } = await aFinishedStage();
    const other = { name: 'another-database', type: 'Microsoft.Sql/servers' };
    for (const group of azure.world.groups) group.others = [other];

    const undone = await carryOutUndo(run, context);
    expect(undone.steps[1]).toMatchObject({
      status: 'kept',
      problem: { code: 'resource_not_empty' },
    });
    expect(azure.world.groups).toHaveLength(1);
    expect(azure.world.accounts).toEqual([]);
  });

  it('names the resources of another setup that keep the group', async () => {
    const { azure, context, run } = await aFinishedStage();
    await carryOut(anotherRun({ accountName: 'other-1', customSubDomainName: 'other-1' }), context);

    const undone = await carryOutUndo(run, context);
    expect(undone.steps[1]).toMatchObject({
      status: 'kept',
      problem: {
        code: 'resource_not_empty',
        detail: { setups: 'other-1', others: '', count: 1 },
      },
    });
    expect(azure.world.accounts.map(({ name }) => name)).toEqual(['other-1']);
  });

  it('keeps and reports a resource without its ownership tag', async () => {
    const { azure, context, run } = await aFinishedStage();
    for (const account of azure.world.accounts) account.tags = {};

    const undone = await carryOutUndo(run, context);
    expect(azure.world.accounts).toHaveLength(1);
    expect(undone.steps.map(({ step, status, problem }) => [step, status, problem?.code])).toEqual([
      ['provider_registration', 'kept', undefined],
      ['resource_group', 'kept', 'resource_not_empty'],
      ['account', 'kept', 'ownership_tag_missing'],
      ['model_deployment', 'removed', undefined],
      ['target', 'removed', undefined],
      ['first_answer', 'kept', undefined],
    ]);
  });

  it('reports nothing left when everything was deleted by hand', async () => {
    const { azure, target, context, run } = await aFinishedStage();
    target.stored.clear();
    Object.assign(azure.world, { groups: [], accounts: [] });
    const undone = await carryOutUndo(run, context);
    expect(undone.steps.flatMap(({ problem }) => problem ?? [])).toEqual([]);
    expect(undone.status).toBe('undone');
  });

  it('of an adopted account removes the deployment only', async () => {
    const { azure, context } = await aFinishedStage();
    const run = await carryOut(anotherRun({ deploymentName: 'second' }), context);
    await carryOutUndo(run, context);
    expect(azure.world.accounts).toHaveLength(1);
    expect(deploymentsOf(azure).map(({ name }) => name)).toEqual(['gpt-5.2']);
  });
});
