import { aText } from './expected';
import { aPerson, signInWithDeviceCode } from './person';
import { allText, pageUrl, setStage, type Stage } from './stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
  // Before 9.5 Kibana loads scripts otherwise: the other tests are on 9.4.
  stage = await setStage({ version: '9.6.0' });
});
afterAll(() => stage.clear());

it('works where Kibana loads its own parts late and every plugin on every page', async () => {
  const page = await stage.open(`/login?next=${encodeURIComponent(pageUrl)}`, { user: null });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.reload();
  const has = await page.evaluate(() =>
    window.__kbnBundles__.has('plugin/azureOpenaiSetup/public'),
  );
  expect(has).toBe(true);
  expect(complaints).toEqual([]);

  const person = aPerson(page);
  await person.click('login-elastic');
  await signInWithDeviceCode(stage, person);
  await person.click('reviewButton');
  await person.click('setUpButton');
  expect(await person.sees('doneAnswer', 60_000)).not.toBe('');
  expect(complaints).toEqual([]);

  const connectors = (await allText(`${stage.home}/data/connectors`)).map(([, text]) => text);
  expect(connectors).toEqual([aText(/"\.gen-ai"/)]);
});
