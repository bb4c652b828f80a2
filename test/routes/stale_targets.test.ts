import { randomUUID } from 'node:crypto';
import { mainTargetIdOf, targetIdOf } from '../../common/targets/inference_id';
import type { Run } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';
import type { Kibana } from '../kibana';
import { aSetupRequest } from '../support/a_setup_request';
import { answerOf, ask, callKibana, problem, signIn } from './ask';
import { setUpAzureKibana, type AzureKibana } from './azure_kibana';
import { atRest, quickTasks } from './run_stage';

const key = 'genAiSettings:defaultAIConnector';
let env: AzureKibana;
let kibana: Kibana;
let session: string;
beforeAll(async () => {
  env = await setUpAzureKibana({ speed: 'instant', version: '9.5.4' });
  kibana = await env.start({ settings: quickTasks });
  session = await signIn(kibana);
});
afterAll(() => env.clear());
beforeEach(async () => {
  env.simulator.reset('empty', 'instant');
  session = await signIn(kibana);
  await setDefault(null);
});

const setDefault = (value: string | null) =>
  callKibana(kibana, 'POST', '/internal/kibana/settings', { body: { changes: { [key]: value } } });

/** A person deletes it on Kibana's own pages, in another tab. */
const deleteConnector = (id: string) =>
  callKibana(kibana, 'DELETE', `/api/actions/connector/${id}`, {});
async function deleteEndpoint(id: string): Promise<void> {
  const query = new URLSearchParams({ method: 'DELETE', path: `_inference/${id}` });
  await callKibana(kibana, 'POST', `/api/console/proxy?${query.toString()}`, {});
}

async function finished(target: SetupRequest['target']): Promise<Run> {
  const runId = randomUUID();
  const targetName = `Azure OpenAI ${runId.slice(0, 8)}`;
  const request = aSetupRequest({ target, targetName });
  await answerOf(kibana, 'startRun', { body: { session, runId, request } });
  const run = await atRest(kibana, runId);
  expect(run).toMatchObject({ status: 'finished' });
  return run;
}
const look = async ({ runId }: Run) =>
  (await answerOf(kibana, 'defaultModel', { runId })).defaultModel;
const use = ({ runId }: Run, on: boolean, replaces?: string) =>
  answerOf(kibana, 'useDefaultModel', { runId, body: { on, ...(replaces && { replaces }) } });

const kinds: Array<[target: 'connector' | 'inference_endpoint', forget: (id: string) => unknown]> =
  [
    ['connector', deleteConnector],
    ['inference_endpoint', deleteEndpoint],
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
    const { runId } = run;
    await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
    expect(await atRest(kibana, runId)).toMatchObject({
      status: 'undone',
      defaultModel: { undone: 'former_gone' },
    });
  });

  it('is missing when its setup is read', async () => {
    const { runId, request } = await finished(target);
    const read = async () => (await answerOf(kibana, 'run', { runId })).run;
    expect(await read()).not.toHaveProperty('missingTargets');
    await forget(targetIdOf(target, request, runId));
    expect(await read()).toMatchObject({ status: 'finished', missingTargets: [target] });
  });

  it('answers no question, and its setup says that it is gone', async () => {
    const { runId, request } = await finished(target);
    await forget(targetIdOf(target, request, runId));
    const answer = await ask(kibana, 'ask', { runId, body: { question: 'Hello?' } });
    expect(answer).toMatchObject(problem('resource_not_found'));
  });

  it('is no obstacle to the deletion of its setup', async () => {
    const { runId, request } = await finished(target);
    await forget(targetIdOf(target, request, runId));
    await answerOf(kibana, 'undoRun', { runId, body: { session, dryRun: false } });
    expect(await atRest(kibana, runId)).toMatchObject({ status: 'undone' });
    expect(env.simulator.state.world.accounts).toEqual([]);
  });
});
