import { aText } from './support/expected';
import { aPerson, setUp, signInWithDeviceCode } from './support/person';
import { newestKibana, oldestKibana, pageUrl, useStage, targetsIn } from './support/stage';

describe.each([oldestKibana, newestKibana])('Kibana %s', (version) => {
  const stage = useStage({ version });

  it('works from login to a tested model without console errors', async () => {
    const page = await stage.open(`/login?next=${encodeURIComponent(pageUrl)}`, { user: null });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() === 404) complaints.push(response.url());
    });
    await page.reload();
    const has = await page.evaluate(() =>
      window.__kbnBundles__.has('plugin/azureOpenaiSetup/public'),
    );
    // Only where Rspack built it does Kibana load plugins before sign-in.
    expect(has).toBe(version === newestKibana);

    const person = aPerson(page);
    await person.click('login-elastic');
    await signInWithDeviceCode(stage, person);
    await person.opens('plan');
    await person.isReady();
    await setUp(person);
    expect(complaints).toEqual([]);

    expect(await targetsIn(stage)).toEqual(
      version === oldestKibana
        ? { connectors: ['Azure OpenAI - GPT-5.2'], endpoints: [] }
        : { connectors: [], endpoints: [aText(/^azure-openai-gpt-5\.2-/)] },
    );
  });
});
