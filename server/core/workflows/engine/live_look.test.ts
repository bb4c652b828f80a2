import type { Run } from '../../../../common/run';
import { aFinishedStage, aNewRun, runId } from '../../../../test/support/builders/a_new_run';
import { azureInProcess } from '../../../../test/support/azure_in_process';
import { fakeTargets } from '../../../../test/support/fake_target';
import { createLiveLook } from './live_look';
import { undoing } from './run_state';
import { setUp } from '../set_up';

it('a live look shows the saved lines and is not repeated when it never ends', async () => {
  const azure = azureInProcess();
  let looks = 0;
  azure.providerState = () => {
    looks += 1;
    return new Promise(() => undefined);
  };
  const live = createLiveLook({ longestLookMs: 20, intervalMs: 0 });
  const run = aNewRun();
  const context = async () => ({ request: run.request, runId, azure, targets: fakeTargets() });
  const shown = [await live(setUp, run, context), await live(setUp, run, context)];
  const statuses = run.steps.map(({ status }) => status);
  expect(shown.map(({ steps }) => steps.map(({ status }) => status))).toEqual([statuses, statuses]);
  expect(looks).toBe(1);
});

describe('a live look at a removal', () => {
  const stage = async () => {
    const { azure, target, ...finished } = await aFinishedStage();
    const run = undoing(setUp, finished.run);
    const live = createLiveLook({ intervalMs: 0 });
    const look = () =>
      live(setUp, run, async () => ({
        request: run.request,
        runId: run.runId,
        azure,
        targets: fakeTargets(target),
      }));
    return { azure, target, look };
  };
  const statuses = ({ steps }: Run) =>
    Object.fromEntries(steps.map(({ step, status }) => [step, status]));

  it('shows the last resource at work at once, and each one deleted when it is gone', async () => {
    const { azure, target, look } = await stage();
    expect(statuses(await look())).toMatchObject({ target: 'running', account: 'pending' });
    target.stored.clear();
    const deleted = await look();
    expect(statuses(deleted)).toMatchObject({
      target: 'removed',
      model_deployment: 'running',
      account: 'pending',
    });
    Object.assign(azure.world, { groups: [], accounts: [] });
    const later = await look();
    expect(statuses(later)).toEqual({
      provider_registration: 'pending',
      resource_group: 'removed',
      account: 'removed',
      model_deployment: 'removed',
      target: 'removed',
      first_answer: 'pending',
    });
    const timeOf = ({ steps }: Run) => steps.find(({ step }) => step === 'target')?.finishedAt;
    expect(timeOf(later)).toBe(timeOf(deleted));
  });

  it('shows a group that is in use by something else as kept, not as being deleted', async () => {
    const { azure, target, look } = await stage();
    for (const group of azure.world.groups) {
      group.others = [{ name: 'another-database', type: 'Microsoft.Sql/servers' }];
    }
    target.stored.clear();
    Object.assign(azure.world, { accounts: [] });
    await look();
    expect(statuses(await look())).toMatchObject({
      resource_group: 'kept',
      account: 'removed',
      target: 'removed',
    });
  });

  it('leaves a resource that was never seen to the tick: it can still appear', async () => {
    const azure = azureInProcess();
    const run = undoing(setUp, aNewRun());
    const live = createLiveLook({ intervalMs: 0 });
    const context = { request: run.request, runId: run.runId, azure, targets: fakeTargets() };
    expect(await live(setUp, run, async () => context)).toEqual(run);
  });
});
