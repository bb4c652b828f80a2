import { randomUUID } from 'node:crypto';
import { latestPatches } from '../../scripts/kibana_version';
import { aPerson, askAssistant, deleteSetup, setUp, signInWithSecret } from './support/person';
import { defaultKey, defaultModelIn, onPage, setSettings } from '../routes/support/kibana_apis';
import { pageUrl, useStage, targetsIn } from './support/stage';

const space = '/s/marketing';
const byHand = randomUUID();
const host = 'contoso-search-openai.openai.azure.com';

const stage = useStage({
  version: latestPatches['9.6'],
  speed: 'instant',
  world: 'established',
  settings: { 'host.references': { [byHand]: 2 } },
});

it('a manually created connector is migrated to an endpoint, which answers, and undo deletes only that', async () => {
  const config = {
    apiProvider: 'Azure OpenAI',
    apiUrl: `https://${host}/openai/deployments/chat/chat/completions?api-version=2025-01-01-preview`,
  };
  await onPage(stage.kibana, 'POST', `${space}/api/actions/connector/${byHand}`, {
    body: { name: 'By hand', connector_type_id: '.gen-ai', config, secrets: { apiKey: 'key' } },
  });
  await setSettings(stage.kibana, { [defaultKey]: byHand }, 'marketing');

  const person = aPerson(await stage.open(`${space}${pageUrl}`, { user: 'elastic' }));
  await person.sees(`connector-${byHand}`, host);
  await person.click(`migrate-${byHand}`);
  await signInWithSecret(person);
  await person.isReady();
  await person.sees('migrationNote', 'By hand');
  await person.sees('targetRow', 'Inference endpoint');
  await setUp(person);
  await person.sees(`former-${byHand}`, 'the default model of this space');
  await person.sees(`former-${byHand}`, '2 rules or other saved objects');
  await person.sees('defaultModelHelp', 'The default is "By hand".');
  await person.click('defaultModelSwitch');
  await person.sees('defaultModelHelp', '"By hand" becomes the default again');
  expect(await targetsIn(stage, space)).toEqual({
    connectors: ['By hand'],
    endpoints: [expect.stringMatching(/^azure-openai-chat-/)],
  });

  const end = person.page.url();
  await person.click('openAssistantLink');
  await person.sees('assistantAsk');
  await person.sees('assistantConnector', /^Answers with azure-openai-chat-/);
  expect(await askAssistant(person)).not.toBe('');

  await person.page.goto(end);
  await deleteSetup(person, 'undoModel');
  expect(await targetsIn(stage, space)).toEqual({ connectors: ['By hand'], endpoints: [] });
  expect(await defaultModelIn(stage.kibana, 'marketing')).toBe(byHand);
  // Nothing is entered except the credentials.
  expect(person.typed).toHaveLength(4);
});
