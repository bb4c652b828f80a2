import { latestPatches } from '../../scripts/kibana_version';
import { credentials } from '../azure';
import { aText } from './expected';
import { aPerson, signInWithSecret, type Person } from './person';
import { pageUrl, setStage, targetsIn, type Stage } from './stage';

const { clientId, clientSecret } = credentials.inference;

/** Height of a callout whose details are folded, in px: they have no height. */
const foldedCallout = 220;

async function enterApplication(person: Person, secret: string): Promise<void> {
  await person.type('applicationIdInput', clientId);
  await person.type('applicationSecretInput', secret);
  await person.click('useApplication');
}

describe.each([
  ['9.4.9', latestPatches['9.4']],
  ['9.6.0', latestPatches['9.6']],
])('without keys, Kibana %s', (_name, version) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ version, speed: 'instant', world: 'owner' });
  });
  afterAll(() => stage.clear());

  const assignments = () =>
    stage.simulator.state.world.apps.find((app) => app.clientId === clientId)?.assignments;

  it('answers through an endpoint that signs in as an application, and undo takes its role back', async () => {
    const before = structuredClone(assignments());
    const person = aPerson(await stage.open(pageUrl));
    await signInWithSecret(person);
    await person.isReady();

    await person.click('moreSettingsButton');
    await person.click('keylessSwitch');
    expect(await person.sees('problem-application_missing')).toContain('application');
    await enterApplication(person, 'not the secret');
    await person.sees('problem-sign_in_wrong_secret');
    const callout = await person.find('problem-sign_in_wrong_secret').boundingBox();
    expect(callout?.height).toBeLessThan(foldedCallout);
    await enterApplication(person, clientSecret);
    await person.sees('applicationUsed');
    await person.isReady();
    expect(await person.sees('planRow-role_assignment')).toContain(
      'Cognitive Services OpenAI User',
    );

    await person.click('setUpButton');
    expect(await person.sees('doneAnswer')).not.toBe('');
    expect(assignments()).not.toEqual(before);
    expect(await targetsIn(stage)).toEqual({
      connectors: [],
      endpoints: [aText(/^azure-openai-gpt-5\.2-[0-9a-f]{8}$/)],
    });
    const kept = await person.page.evaluate(() =>
      JSON.stringify([
        { ...sessionStorage },
        { ...localStorage },
        document.documentElement.outerHTML,
      ]),
    );
    expect(kept).not.toContain(clientSecret);

    await person.click('removeAll');
    await person.sees('removals');
    await person.click('undoConfirm');
    await person.page.locator('[data-test-subj="runLive"][data-status="undone"]').waitFor();
    expect(assignments()).toEqual(before);
    expect(await targetsIn(stage)).toEqual({ connectors: [], endpoints: [] });
    expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  });
});
