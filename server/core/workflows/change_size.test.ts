import { randomUUID } from 'node:crypto';
import { runTag } from '../../../common/run_tag';
import type { Run } from '../../../common/run';
import { aFinishedStage, runId as setUpId } from '../../../test/support/builders/a_new_run';
import { deploymentsOf } from '../../../test/support/azure_in_process';
import { carryOut } from '../../../test/support/carry_out';
import { changeSize } from './change_size';
import { newRun, resumed } from './engine/run_state';

/** A setup with 100 units that has finished, and a change of its deployment to 200. */
async function aChange() {
  const { azure, context, run } = await aFinishedStage();
  const [deployment] = deploymentsOf(azure);
  if (!deployment) throw new Error('There is no deployment');
  const change: Run = {
    ...newRun(changeSize, randomUUID(), { ...run.request, capacity: 200 }, context.now()),
    setUpId,
    tokensPerUnit: 1_000,
  };
  const writes = () => azure.writes.filter((verb) => verb === 'updateDeploymentCapacity');
  const sizes = () => deploymentsOf(azure).map(({ sku }) => sku.capacity);
  return { azure, context, change, writes, sizes, deployment };
}

it('asks Azure once for a capacity that it accepts and does not apply, and then says what the deployment has', async () => {
  const { azure, context, change, writes, sizes } = await aChange();
  azure.fail('updateDeploymentCapacity', { body: '{"name":"gpt-5.2"}' });
  const stopped = await carryOut(change, context);
  expect(stopped).toMatchObject({
    status: 'blocked',
    problem: {
      code: 'capacity_not_applied',
      detail: { name: 'gpt-5.2', capacity: 100, needed: 200, tokensPerUnit: 1_000 },
    },
  });
  expect(writes()).toHaveLength(1);
  const again = await carryOut(resumed(changeSize, stopped, change.request), context);
  expect(again).toMatchObject({ status: 'finished' });
  expect(sizes()).toEqual([200]);
});

it('leaves a deployment alone that belongs to another setup by now', async () => {
  const { context, change, writes, sizes, deployment } = await aChange();
  deployment.tags = { [runTag]: randomUUID() };
  expect(await carryOut(change, context)).toMatchObject({
    status: 'blocked',
    problem: { code: 'ownership_tag_missing', detail: { name: 'gpt-5.2' } },
  });
  expect(writes()).toEqual([]);
  expect(sizes()).toEqual([100]);
});
