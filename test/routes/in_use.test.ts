import { randomUUID } from 'node:crypto';
import type { Run } from '../../common/run';
import { mainTargetIdOf } from '../../common/targets/inference_id';
import { credentials } from '../azure';
import { difference, everything } from '../chaos/inventory';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { ask, problem, signIn } from './support/ask';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana({ version: '9.6.0', world: 'owner' });

const announced = async ({ runId }: Run) =>
  (await stage.removals(runId)).flatMap(({ step, neededBy }) =>
    neededBy ? [[step, neededBy]] : [],
  );

it.each(['connector', 'inference_endpoint'] as const)(
  'undo announces that the %s of another setup stops working with the deployment',
  async (target) => {
    const before = await everything(stage.env);
    const first = await stage.finished();
    expect(await announced(first)).toEqual([]);
    const second = await stage.finished(aSetupRequest({ target, targetName: 'The other one' }));
    const name =
      target === 'connector' ? 'The other one' : mainTargetIdOf(second.request, second.runId);
    expect(await announced(first)).toEqual([['model_deployment', [name]]]);
    expect(await announced(second)).toEqual([]);

    for (const { runId } of [first, second]) {
      expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });
    }
    expect(difference(before, await everything(stage.env))).toEqual([]);
  },
);

it('undo announces that the endpoint of another setup stops working with the role assignment', async () => {
  const { clientId: applicationId } = credentials.inference;
  const session = await stage.withApplication();
  const keyless = {
    target: 'inference_endpoint',
    authentication: 'entra_id',
    applicationId,
  } as const;
  const first = await stage.finished(aSetupRequest(keyless), { session });
  const request = aSetupRequest({ ...keyless, deploymentName: 'second' });
  const second = await stage.finished(request, { session });
  const name = mainTargetIdOf(second.request, second.runId);
  expect(await announced(first)).toEqual([['role_assignment', [name]]]);
});

it('a run that is resumed with another deployment does not take over the endpoint of another run', async () => {
  const digits = randomUUID().slice(0, 8);
  const idOf = () => digits + randomUUID().slice(8);
  const request = aSetupRequest({ target: 'inference_endpoint' });
  const [victim, runId] = [idOf(), idOf()];
  await stage.finished(request, { runId: victim });

  const other = { as: 'setup_admin' };
  const session = await signIn(stage.kibana, other);
  const { state } = stage.simulator;
  state.faults = [
    {
      match: { method: 'PUT', path: '/deployments/' },
      action: { status: 400, code: 'SpecialFeatureOrQuotaIdRequired', message: 'no' },
    },
  ];
  const elsewhere = { ...request, deploymentName: 'elsewhere' };
  const run = await stage.carriedOut(elsewhere, { ...other, runId, session });
  expect(run.status).toBe('blocked');
  state.faults = [];
  const move = { ...other, runId, body: { session, request } };
  expect(await ask(stage.kibana, 'resumeRun', move)).toMatchObject(
    problem('inference_endpoint_conflict'),
  );
});
