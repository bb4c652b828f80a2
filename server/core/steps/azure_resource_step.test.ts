import { aSetupRequest } from '../../../test/support/builders/a_setup_request';
import { azureInProcess } from '../../../test/support/azure_in_process';
import { fakeTargets } from '../../../test/support/fake_target';
import { nameOf, resultOf } from '../../../common/steps';
import { account } from './account';
import { modelDeployment } from './model_deployment';
import { resourceGroup } from './resource_group';
import type { Step, StepContext } from './step';

const steps = [resourceGroup, account, modelDeployment];
const runId = '0c8f5f36-54ea-4ce5-9d43-0a2f2f7f8c11';

/** A world with everything that the step needs, before the step ran. */
async function aStage(step: Step) {
  const azure = azureInProcess();
  const request = aSetupRequest();
  const context: StepContext = { request, runId, azure, targets: fakeTargets() };
  for (const earlier of steps.slice(0, steps.indexOf(step))) await earlier.apply(context);
  return { azure, context, other: { ...context, runId: 'another' } };
}

const contentOf = ({ world }: Awaited<ReturnType<typeof aStage>>['azure']) =>
  JSON.stringify([world.groups, world.accounts]);

describe.each(steps.map((step) => [step.id, step] as const))('the step %s', (id, step) => {
  it('creates its missing resource with the ownership tag', async () => {
    const { context, other } = await aStage(step);
    expect(resultOf(id)).toBe('azure_resource');
    expect(await step.look(context)).toEqual({ state: 'missing' });
    expect(await step.undo?.find(context)).toBeUndefined();
    await step.apply(context);
    expect(await step.look(context)).toMatchObject({ state: 'present', owned: true });
    expect(await step.look(other)).toMatchObject({ state: 'present', owned: false, foreign: true });
    const name = nameOf(id, context.request);
    expect(await step.undo?.find(context)).toMatchObject({ step: id, name });
    expect(await step.undo?.find(other)).toBeUndefined();
  });

  it('is not changed and not deleted by another run', async () => {
    const { azure, context, other } = await aStage(step);
    await step.apply(context);
    const before = contentOf(azure);
    expect(await step.look(other)).not.toMatchObject({ differs: true });
    expect(await step.undo?.remove(other)).toBe(true);
    expect(contentOf(azure)).toBe(before);
  });

  it('deletes only its resource, and ends when it is gone', async () => {
    const { azure, context } = await aStage(step);
    const before = contentOf(azure);
    await step.apply(context);
    for (let tries = 0; !(await step.undo?.remove(context)) && tries < 10; tries += 1) {
      azure.state.skewMs += 60_000;
    }
    expect(await step.look(context)).toEqual({ state: 'missing' });
    expect(contentOf(azure)).toBe(before);
  });
});
