import { randomUUID } from 'node:crypto';
import { latestPatches } from '../../scripts/kibana_version';
import { aPerson, askAssistant, deleteSetup, setUp, signInWithSecret } from './person';
import { defaultKey, defaultModelIn, onPage, setSettings } from '../routes/kibana_apis';
import { pageUrl, useStage, targetsIn } from './stage';

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
  expect(await person.sees(`connector-${byHand}`)).toContain(host);
  await person.click(`migrate-${byHand}`);
  await signInWithSecret(person);
  await person.isReady();
  expect(await person.sees('migrationNote')).toContain('By hand');
  expect(await person.sees('targetRow')).toContain('Inference endpoint');
  await setUp(person);
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
  expect(await askAssistant(person)).not.toBe('');

  await person.page.goto(end);
  await deleteSetup(person, 'undoModel');
  expect(await targetsIn(stage, space)).toEqual({ connectors: ['By hand'], endpoints: [] });
  expect(await defaultModelIn(stage.kibana, 'marketing')).toBe(byHand);
  // Nothing is entered except the credentials.
  expect(person.typed).toHaveLength(4);
});
