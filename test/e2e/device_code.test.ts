import { anObject, aText } from './support/expected';
import { aPerson, deleteSetup, signInWithDeviceCode, type Person } from './support/person';
import { allText, authorization, pageUrl, plantedKeys, useStage } from './support/stage';
import { secretMarker } from '../azure';

const stage = useStage();
let person: Person;
const answers: string[] = [];
const urls: string[] = [];

beforeAll(async () => {
  const page = await stage.open('/app/home');
  page.on('response', (response) => {
    urls.push(response.url());
    if (!/json/.test(response.headers()['content-type'] ?? '')) return;
    response.text().then(
      (text) => answers.push(text),
      () => undefined,
    );
  });
  await page.goto(`${stage.kibana.url}${pageUrl}`);
  person = aPerson(page);
});

it('leads from the sign-in to a tested model in at most three clicks, from the plan in one, with nothing typed', async () => {
  await signInWithDeviceCode(stage, person);
  await person.isReady();
  const beforePlan = person.clicks;
  await person.click('setUpButton');
  await person.sees('doneAnswer', /\S/);

  expect(person.clicks).toBeLessThanOrEqual(3);
  expect(person.clicks - beforePlan).toBeLessThanOrEqual(2);
  expect(person.typed).toEqual([]);
});

it('stores the connector as Kibana itself would', async () => {
  const response = await fetch(`${stage.kibana.url}/api/actions/connectors`, {
    headers: { authorization: authorization('elastic') },
  });
  const connectors: unknown = await response.json();
  const runId = new URL(person.page.url()).searchParams.get('run');
  expect(connectors).toEqual([
    anObject({
      id: runId,
      connector_type_id: '.gen-ai',
      name: 'Azure OpenAI - GPT-5.2',
      is_missing_secrets: false,
      config: anObject({
        apiProvider: 'Azure OpenAI',
        apiUrl: aText(
          /^https:\/\/kibana-openai-[0-9a-f]{6}\.openai\.azure\.com\/openai\/deployments\/gpt-5\.2\/chat\/completions\?api-version=[0-9a-z-]+$/,
        ),
      }),
    }),
  ]);
});

it('creates the planned resources with ownership tags', () => {
  const created = stage.simulator.requests.filter(({ method }) => method === 'PUT');
  const runId = new URL(person.page.url()).searchParams.get('run');
  expect(
    created.map(({ path }) =>
      /\/(resourcegroups|accounts|deployments)\/[^/?]+\?/i.exec(path)?.[1]?.toLowerCase(),
    ),
  ).toEqual(['resourcegroups', 'accounts', 'deployments']);
  for (const { body = '{}' } of created) {
    expect(JSON.parse(body)).toMatchObject({ tags: { 'kibana-setup-run': runId } });
  }
});

it('stores no readable key or token', async () => {
  const stored = await person.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  const inBrowser = [stored, await person.page.content(), ...answers, ...urls];
  const saved = await allText(`${stage.home}/data`);
  expect(saved.length).toBeGreaterThan(2);

  const secrets = [secretMarker, plantedKeys.seal, plantedKeys.savedObjects];
  const bearer = /eyJ[\w-]{10,}\.[\w-]{10,}\./;
  for (const text of [...inBrowser, stage.kibana.log(), ...saved.map(([, content]) => content)]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toMatch(bearer);
  }
  // Proves that the search works: this run used a key and a token.
  const seen = JSON.stringify(stage.simulator.requests);
  expect(seen).toContain('listKeys');
});

it('calls only Azure hosts', () => {
  const hosts = new Set(stage.simulator.requests.map(({ host }) => host));
  expect([...hosts].sort()).toEqual([
    'eastus2.api.cognitive.microsoft.com',
    aText(/^kibana-openai-\w+\.openai\.azure\.com$/),
    'login.microsoftonline.com',
    'management.azure.com',
    'prices.azure.com',
  ]);
});

it('removes everything on request', async () => {
  await deleteSetup(person);
  const state: unknown = await (await fetch(`${stage.simulator.controlUrl}/api/state`)).json();
  expect(JSON.stringify(state)).not.toContain('kibana-openai');
});
