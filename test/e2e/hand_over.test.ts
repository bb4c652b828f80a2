import { latestPatches } from '../../scripts/kibana_version';
import { aPerson, signInWithSecret } from './person';
import { pageUrl, setStage, type Stage } from './stage';

/** The chat that each Kibana offers a person who has all of its chats. In 9.2 a run acts in the default space only. */
describe.each([
  [latestPatches['9.2'], '', 'AI Assistant', '/app/observabilityAIAssistant'],
  [latestPatches['9.4'], '/s/marketing', 'Agent Builder', '/app/agent_builder'],
  [latestPatches['9.6'], '/s/marketing', 'Agent Builder', '/app/agent_builder'],
])('the end in Kibana %s', (version, space, heading, path) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ version });
  });
  afterAll(() => stage.clear());

  it('leads to a chat with the model, and to the connector, in the same space', async () => {
    const person = aPerson(await stage.open(space + pageUrl, { user: 'setup_admin' }));
    const { page } = person;
    await signInWithSecret(person);
    await person.sees('modelCard');
    await person.click('reviewButton');
    await person.click('setUpButton');
    await person.sees('doneAnswer');
    const runId = new URL(page.url()).searchParams.get('run') ?? '';
    const locationOf = () => new URL(page.url()).pathname;

    expect(await person.sees('openAssistantLink')).toBe(`Open ${heading}`);
    await person.click('openAssistantLink');
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(locationOf()).toBe(space + path);
    const name = await person.sees(`assistantConnector-${runId}`);
    expect(await person.sees('assistantConnector')).toBe(`Answers with ${name}`);

    await page.goBack();
    await person.click('openConnectorLink');
    expect(await person.sees('edit-connector-flyout')).toContain(name);
    expect(locationOf()).toBe(
      `${space}/app/management/insightsAndAlerting/triggersActionsConnectors/connectors`,
    );
  });
});
