import { randomUUID } from 'node:crypto';
import { latestPatches } from '../../scripts/kibana_version';
import { aPerson, signInWithSecret } from './person';
import { callKibana } from '../routes/ask';
import { pageUrl, setStage, targetsIn, type Stage } from './stage';

const space = '/s/marketing';
const settingKey = 'genAiSettings:defaultAIConnector';
const byHand = randomUUID();
const host = 'contoso-search-openai.openai.azure.com';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({
    version: latestPatches['9.6'],
    speed: 'instant',
    world: 'established',
    settings: { 'host.references': { [byHand]: 2 } },
  });
});
afterAll(() => stage.clear());

async function call(method: string, path: string, body?: unknown): Promise<string> {
  const answer = await callKibana(stage.kibana, method, `${space}${path}`, { body });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

it('a manually created connector is migrated to an endpoint, which answers, and undo deletes only that', async () => {
  await call('POST', `/api/actions/connector/${byHand}`, {
    name: 'By hand',
    connector_type_id: '.gen-ai',
    config: {
      apiProvider: 'Azure OpenAI',
      apiUrl: `https://${host}/openai/deployments/chat/chat/completions?api-version=2025-01-01-preview`,
    },
    secrets: { apiKey: 'key' },
  });
  await call('POST', '/internal/kibana/settings', { changes: { [settingKey]: byHand } });

  const person = aPerson(await stage.open(`${space}${pageUrl}`, { user: 'elastic' }));
  expect(await person.sees(`connector-${byHand}`)).toContain(host);
  await person.click(`migrate-${byHand}`);
  await signInWithSecret(person);
  await person.isReady();
  expect(await person.sees('migrationNote')).toContain('By hand');
  expect(await person.sees('targetRow')).toContain('Inference endpoint');
  await person.click('setUpButton');
  expect(await person.sees('doneAnswer')).not.toBe('');
  const former = await person.sees(`former-${byHand}`);
  expect(former).toContain('the default model of this space');
  expect(former).toContain('2 rules or other saved objects');
  expect(await person.sees('defaultModelHelp')).toContain('The default is "By hand".');
  await person.click('defaultModelSwitch');
  await person.find('defaultModelHelp').getByText('"By hand" becomes the default again').waitFor();
  expect(await targetsIn(stage, space)).toEqual({
    connectors: ['By hand'],
    endpoints: [expect.stringMatching(/^azure-openai-chat-/)],
  });

  const end = person.page.url();
  await person.click('openAssistantLink');
  await person.sees('assistantAsk');
  expect(await person.sees('assistantConnector')).toMatch(/^Answers with azure-openai-chat-/);
  await person.type('assistantQuestion', 'Is it you?');
  await person.click('assistantAsk');
  expect(await person.sees('assistantAnswer')).not.toBe('');

  await person.page.goto(end);
  await person.click('removeAll');
  await person.sees('undoModel');
  await person.click('undoConfirm');
  await person.page.locator('[data-test-subj="runLive"][data-status="undone"]').waitFor();
  expect(await targetsIn(stage, space)).toEqual({ connectors: ['By hand'], endpoints: [] });
  expect(await call('GET', '/internal/kibana/settings')).toContain(`"userValue":"${byHand}"`);
  // Nothing is entered except the credentials.
  expect(person.typed).toHaveLength(4);
});
