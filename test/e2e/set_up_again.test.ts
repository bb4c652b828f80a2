import { randomUUID } from 'node:crypto';
import { inferenceIdOf } from '../../common/targets/inference_id';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, signIn } from '../routes/support/ask';
import { inConsole } from '../routes/support/kibana_apis';
import { atRest } from '../routes/support/run_stage';
import { aPerson, setUp, signInWithSecret } from './support/person';
import { newestKibana, pageUrl, targetsIn, useStage } from './support/stage';

const stage = useStage({ version: newestKibana, speed: 'instant', world: 'empty' });

it('a setup whose endpoint was deleted in Kibana says so, and a new one creates it over the same deployment', async () => {
  const { kibana, simulator } = stage;
  const runId = randomUUID();
  const request = aSetupRequest({ target: 'inference_endpoint' });
  const session = await signIn(kibana);
  await answerOf(kibana, 'startRun', { body: { session, runId, request } });
  expect(await atRest(kibana, runId)).toMatchObject({ status: 'finished' });
  const person = aPerson(await stage.open(`${pageUrl}?run=${runId}`));
  await person.sees('openAssistantLink');

  const id = inferenceIdOf(request, runId);
  await inConsole(kibana, 'DELETE', `_inference/${id}`);
  await person.page.reload();
  await person.sees('missingTargets', id);
  await person.find('openAssistantLink').waitFor({ state: 'detached' });

  await person.click('setUpAgain');
  await signInWithSecret(person);
  await person.isReady();
  await setUp(person);
  expect(await targetsIn(stage, '')).toEqual({
    connectors: [],
    endpoints: [expect.not.stringMatching(id)],
  });
  expect(simulator.state.world.accounts).toHaveLength(1);
  expect(simulator.state.world.accounts[0]?.deployments).toHaveLength(1);
});
