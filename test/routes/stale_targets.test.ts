import { randomUUID } from 'node:crypto';
import { mainTargetIdOf, targetIdOf } from '../../common/targets/inference_id';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, ask, problem } from './support/ask';
import { defaultKey, deleteConnector, inConsole, setSettings } from './support/kibana_apis';
import { quickTasks } from './support/run_stage';
import { useAzureKibana } from './support/use_azure_kibana';

const stage = useAzureKibana({ version: '9.5.4' });
beforeEach(() => setSettings(stage.kibana, { [defaultKey]: null }));

async function finished(target: SetupRequest['target']): Promise<Run> {
  const runId = randomUUID();
  const targetName = `Azure OpenAI ${runId.slice(0, 8)}`;
  return stage.finished(aSetupRequest({ target, targetName }), { runId });
}
const look = async ({ runId }: Run) =>
  (await answerOf(stage.kibana, 'defaultModel', { runId })).defaultModel;
const use = ({ runId }: Run, on: boolean, replaces?: string) =>
  answerOf(stage.kibana, 'useDefaultModel', { runId, body: { on, ...(replaces && { replaces }) } });

const kinds: Array<[target: 'connector' | 'inference_endpoint', forget: (id: string) => unknown]> =
  [
    ['connector', (id) => deleteConnector(stage.kibana, id)],
    ['inference_endpoint', (id) => inConsole(stage.kibana, 'DELETE', `_inference/${id}`)],
  ];

describe.each(kinds)('a %s that a person deleted', (target, forget) => {
  it('is said to be gone where it is the default, and the former default can return', async () => {
    const former = await finished('connector');
    await use(former, true);
    const run = await finished(target);
    await use(run, true, former.runId);
    expect(await look(run)).not.toHaveProperty('isGone');
    await forget(mainTargetIdOf(run.request, run.runId));
    expect(await look(run)).toMatchObject({ isThis: true, isGone: true });
    expect((await use(run, false)).defaultModel).toMatchObject({
      isThis: false,
      other: { id: former.runId },
    });
  });

  it('is said to be gone where it is the default of another setup', async () => {
    const other = await finished(target);
    await use(other, true);
    const run = await finished('inference_endpoint');
    const id = mainTargetIdOf(other.request, other.runId);
    expect((await look(run)).other).not.toHaveProperty('isGone');
    await forget(id);
    expect((await look(run)).other).toEqual({ id, isGone: true });
  });

  it('does not return as the default when the setup that replaced it is deleted', async () => {
    const other = await finished(target);
    await use(other, true);
    const run = await finished('inference_endpoint');
    const id = mainTargetIdOf(other.request, other.runId);
    await use(run, true, id);
    await forget(id);
    expect(await stage.undone(run.runId)).toMatchObject({
      status: 'undone',
      defaultModel: { undone: 'former_gone' },
    });
  });

  it('is missing when its setup is read', async () => {
    const { runId, request } = await finished(target);
    const read = async () => (await answerOf(stage.kibana, 'run', { runId })).run;
    expect(await read()).not.toHaveProperty('missingTargets');
    await forget(targetIdOf(target, request, runId));
    expect(await read()).toMatchObject({ status: 'finished', missingTargets: [target] });
  });

  it('is missing in the list of setups', async () => {
    const run = await finished(target);
    const kept = await finished(target);
    const listed = async ({ runId }: Run) =>
      (await answerOf(stage.kibana, 'runs')).runs.find((one) => one.runId === runId);
    expect(await listed(run)).not.toHaveProperty('missingTargets');
    await forget(targetIdOf(target, run.request, run.runId));
    expect(await listed(run)).toMatchObject({ status: 'finished', missingTargets: [target] });
    expect(await listed(kept)).not.toHaveProperty('missingTargets');
  });

  it('answers no question, and its setup says that it is gone', async () => {
    const { runId, request } = await finished(target);
    await forget(targetIdOf(target, request, runId));
    const answer = await ask(stage.kibana, 'ask', { runId, body: { question: 'Hello?' } });
    expect(answer).toMatchObject(problem('resource_not_found'));
  });

  it('is no obstacle to the deletion of its setup', async () => {
    const { runId, request } = await finished(target);
    await forget(targetIdOf(target, request, runId));
    expect(await stage.undone(runId)).toMatchObject({ status: 'undone' });
    expect(stage.simulator.state.world.accounts).toEqual([]);
  });
});

describe('the list of setups of a person who can no longer see their targets', () => {
  const as = 'operator';
  const settings = (role: Record<string, unknown>) => ({
    ...quickTasks,
    'host.roles': { operator: role },
    'host.users': [{ username: as, password: 'changeme', roles: ['operator'] }],
  });
  const allowed = {
    features: { azureOpenaiSetup: 'all', actions: 'all' },
    cluster: ['manage_inference', 'monitor_inference'],
  };
  afterAll(() => stage.restart());

  it('shows them as recorded', async () => {
    await stage.restart(settings(allowed));
    const run = await stage.finished(aSetupRequest({ target: 'both' }), { as });
    await stage.restart(settings({ features: { azureOpenaiSetup: 'all' } }));
    const { runs } = await answerOf(stage.kibana, 'runs', { as });
    expect(runs).toMatchObject([{ runId: run.runId, status: 'finished' }]);
    expect(runs[0]).not.toHaveProperty('missingTargets');
  });
});
