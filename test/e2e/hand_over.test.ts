import { randomUUID } from 'node:crypto';
import { latestPatches } from '../../scripts/kibana_version';
import { aSetupRequest } from '../support/builders/a_setup_request';
import { answerOf, signIn } from '../routes/support/ask';
import { defaultKey, onPage, onlyKey, openAiConfig } from '../routes/support/kibana_apis';
import { atRest } from '../routes/support/run_stage';
import { aPerson, askAssistant, type Person } from './support/person';
import { pageUrl, useStage } from './support/stage';

const user = 'ada';
const companyId = randomUUID();

const settings = {
  'host.roles': {
    ai_admin: {
      features: {
        azureOpenaiSetup: 'all',
        actions: 'all',
        advancedSettings: 'all',
        observabilityAIAssistant: 'all',
        agentBuilder: 'all',
        siemV5: 'all',
      },
    },
  },
  'host.users': [{ username: user, password: 'changeme', roles: ['ai_admin'] }],
};

/** The chat that each Kibana offers a person who has all of its chats. In 9.2 a run acts in the default space only. */
describe.each([
  [
    latestPatches['9.2'],
    'default',
    'AI Assistant',
    '/app/observabilityAIAssistant',
    'xpack.observabilityAiAssistant.lastUsedConnector',
  ],
  [
    latestPatches['9.4'],
    'marketing',
    'Agent Builder',
    '/app/agent_builder',
    'agentBuilder.lastUsedConnector',
  ],
  [
    latestPatches['9.6'],
    'marketing',
    'Agent Builder',
    '/app/agent_builder',
    'agentBuilder.lastUsedConnector',
  ],
])('the last button in Kibana %s', (version, space, heading, path, lastUsedKey) => {
  const prefix = space === 'default' ? '' : `/s/${space}`;
  const who = { as: user, space };
  const stage = useStage({ version, settings, world: 'empty', speed: 'instant' });

  const call = (path: string, body: object) =>
    onPage(stage.kibana, 'POST', `${prefix}${path}`, { as: user, body });
  const set = (changes: Record<string, unknown>) => call('/internal/kibana/settings', { changes });

  /** A finished setup; only its last screen matters here. */
  async function setUp() {
    const runId = randomUUID();
    const name = `handover-${runId.slice(0, 8)}`;
    const session = await signIn(stage.kibana, who);
    const request = aSetupRequest({
      targetName: `New model ${name}`,
      deploymentName: name,
      accountName: name,
      customSubDomainName: name,
    });
    await answerOf(stage.kibana, 'startRun', { ...who, body: { session, runId, request } });
    expect(await atRest(stage.kibana, runId, who)).toMatchObject({ status: 'finished' });
    return { runId, name, connector: request.targetName };
  }

  /** The last screen, in a browser in which the company's model was used last. */
  async function openEnd(runId: string): Promise<Person> {
    const person = aPerson(await stage.open(`${prefix}${pageUrl}?run=${runId}`, { user }));
    await person.page.evaluate(
      ([key = '', id]) => localStorage.setItem(key, JSON.stringify(id)),
      [lastUsedKey, companyId],
    );
    await person.sees('defaultModelSwitch');
    return person;
  }
  async function turnOn(person: Person, replaced: string): Promise<void> {
    await person.click('defaultModelSwitch');
    await person.sees('defaultModelHelp', `"${replaced}" becomes the default`);
    await person.has('defaultModelSwitch', 'aria-checked="true"');
  }
  async function opensChat(person: Person, connector: string): Promise<void> {
    await person.sees('openAssistantLink', `Open ${heading}`);
    await person.click('openAssistantLink');
    await person.page.getByRole('heading', { name: heading, exact: true }).waitFor();
    expect(new URL(person.page.url()).pathname).toBe(prefix + path);
    await person.sees('assistantAsk');
    await person.sees('assistantConnector', `Answers with ${connector}`);
  }
  /** Asks the chat; the answers of this deployment that Azure has given since. */
  async function ask(person: Person, deployment: string): Promise<number> {
    const before = stage.simulator.requests.length;
    await askAssistant(person);
    return stage.simulator.requests
      .slice(before)
      .filter(({ path: to }) => to.includes(`/deployments/${deployment}/chat/completions`)).length;
  }

  beforeAll(async () => {
    await call(`/api/actions/connector/${companyId}`, {
      name: 'Company model',
      connector_type_id: '.gen-ai',
      config: openAiConfig,
      secrets: { apiKey: 'key' },
    });
  });
  beforeEach(() => set({ [defaultKey]: null, [onlyKey]: null }));

  it('leads to a chat in which the new model answers, whatever was used last, and to the connector', async () => {
    const { runId, name, connector } = await setUp();
    const person = await openEnd(runId);
    await person.has('defaultModelSwitch', 'aria-checked="false"');
    await opensChat(person, connector);
    expect(await ask(person, name)).toBe(1);

    await person.page.goBack();
    await person.click('openConnectorLink');
    await person.sees('edit-connector-flyout', connector);
    expect(new URL(person.page.url()).pathname).toBe(
      `${prefix}/app/management/insightsAndAlerting/triggersActionsConnectors/connectors`,
    );
  });

  it('leads to the new model where only the default can be used, once the person has made it the default', async () => {
    await set({ [defaultKey]: companyId, [onlyKey]: true });
    const { runId, name, connector } = await setUp();
    const person = await openEnd(runId);
    await person.sees('onlyDefault', 'The default is "Company model".');
    await opensChat(person, 'Company model');

    const again = await openEnd(runId);
    await turnOn(again, 'Company model');
    await opensChat(again, connector);
    expect(await ask(again, name)).toBe(1);
  });

  it('restores the previous default after undo', async () => {
    await set({ [defaultKey]: companyId });
    const { runId, connector } = await setUp();
    const person = await openEnd(runId);
    await turnOn(person, 'Company model');
    await opensChat(person, connector);

    const session = await signIn(stage.kibana, who);
    const body = { session, dryRun: false };
    await answerOf(stage.kibana, 'undoRun', { ...who, runId, body });
    expect(await atRest(stage.kibana, runId, who)).toMatchObject({
      status: 'undone',
      defaultModel: { undone: 'restored' },
    });
    await person.page.reload();
    await person.sees('assistantAsk');
    await person.sees('assistantConnector', 'Answers with Company model');
  });
});
