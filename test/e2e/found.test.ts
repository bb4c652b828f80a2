import type { Page } from 'playwright-core';
import { aPerson, setUp, signInWithSecret, type Person } from './support/person';
import { pageUrl, setStage, useStage } from './support/stage';

// The assistants; Agent Builder is the subject of another test.
const stage = useStage({
  settings: { 'uiSettings.overrides': { 'aiAssistant:preferredChatExperience': 'classic' } },
});

const subject = (page: Page, subj: string) => page.locator(`[data-test-subj~="${subj}"]`);
const locationOf = (page: Page) => page.url().slice(stage.kibana.url.length);
const entries = ['managementEntry-azureOpenaiSetup', 'homeCatalogue-azureOpenaiSetup'];

it('is in Stack Management, next to Connectors, and the back button works', async () => {
  const page = await stage.open('/app/management', { user: 'setup_admin' });
  await subject(page, 'managementEntry-azureOpenaiSetup').click();
  await subject(page, 'azureOpenaiSetupPage').waitFor();
  expect(locationOf(page)).toBe(pageUrl);
  expect(await page.title()).toBe('Connect Azure OpenAI - Elastic');
  await page.goBack();
  await subject(page, 'managementEntry-connectors').waitFor();
  await subject(page, 'managementEntry-azureOpenaiSetup').click();
  await page.getByRole('link', { name: 'Stack Management' }).click();
  await subject(page, 'managementEntry-connectors').waitFor();
});

it('is found on the home page, also within a space, and has help of its own', async () => {
  const page = await stage.open('/s/marketing/app/home', { user: 'setup_admin' });
  await subject(page, 'homeCatalogue-azureOpenaiSetup').waitFor();
  expect(await subject(page, 'homeApp-azureOpenaiSetup').count()).toBe(0);
  await subject(page, 'homeCatalogue-azureOpenaiSetup').click();
  await subject(page, 'azureOpenaiSetupPage').waitFor();
  expect(locationOf(page)).toBe(`/s/marketing${pageUrl}`);
  await subject(page, 'helpMenuButton').click();
  await subject(page, 'helpLink').first().waitFor();
  expect(await subject(page, 'helpLink').count()).toBe(2);
});

it.each(['viewer', 'connectors_only'])('hides the page from %s', async (user) => {
  const home = await stage.open('/app/home', { user });
  await subject(home, 'homeApp').waitFor();
  const management = await stage.open('/app/management', { user });
  await management.getByRole('heading', { name: 'Stack Management' }).waitFor();
  for (const page of [home, management]) {
    for (const entry of [...entries, 'homeApp-azureOpenaiSetup']) {
      expect(await subject(page, entry).count()).toBe(0);
    }
  }
});

it('names the missing privilege when a person who can only read opens the address', async () => {
  const page = await stage.open(pageUrl, { user: 'viewer' });
  await subject(page, 'noPrivilege').waitFor();
});

const setUpFrom = async (person: Person) => {
  await signInWithSecret(person);
  await person.isReady();
  const model = await person.sees('modelRow');
  await setUp(person);
  return model;
};

const link = (params: object) =>
  `/app/r?${new URLSearchParams({
    l: 'AZURE_OPENAI_SETUP_LOCATOR',
    v: '9.4.0',
    p: JSON.stringify(params),
  }).toString()}`;

/** A chat is open that has the connector of this run. */
async function expectChat(person: Person, heading: string, path: string): Promise<string> {
  const runId = new URL(person.page.url()).searchParams.get('run') ?? '';
  await person.click('openAssistantLink');
  await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
  expect(locationOf(person.page).split('?')[0]).toBe(path);
  if (heading === 'Security') await person.click('assistantHeaderLink');
  const answering = await person.sees(`assistantConnector-${runId}`);
  await person.sees('assistantConnector', /^Answers with /);
  return answering;
}

const observability = ['AI Assistant', '/app/observabilityAIAssistant'] as const;
const security = ['Security', '/app/security/get_started'] as const;

it.each([
  ['observability', observability],
  ['security', security],
  ['both', observability],
] as const)(
  'for %s, the end opens the assistant with the new connector',
  async (use, [heading, path]) => {
    const address = `${pageUrl}?useCase=${use}`;
    const person = aPerson(await stage.open(address, { user: 'setup_admin' }));
    await setUpFrom(person);
    await expectChat(person, heading, path);
  },
);

it('a locator opens the page with a selected model, and returns', async () => {
  const [heading, path] = security;
  const address = link({ returnTo: path, useCase: 'security', modelName: 'gpt-5.1' });
  const person = aPerson(await stage.open(address, { user: 'setup_admin' }));
  expect(await setUpFrom(person)).toContain('GPT-5.1');
  expect(await expectChat(person, heading, path)).toContain('GPT-5.1');
});

it('works in a Kibana without any of these', async () => {
  const bare = await setStage({
    settings: { 'host.absentPlugins': ['home', 'management', 'share'] },
  });
  try {
    const page = await bare.open('/app/management');
    await page.getByRole('heading', { name: 'Stack Management' }).waitFor();
    for (const entry of entries) expect(await subject(page, entry).count()).toBe(0);
    await page.goto(`${bare.kibana.url}${pageUrl}`);
    await subject(page, 'signInSubmit').waitFor();
  } finally {
    await bare.clear();
  }
});
