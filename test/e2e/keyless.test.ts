import { latestPatches } from '../../scripts/kibana_version';
import { credentials } from '../azure';
import { aText } from './support/expected';
import { enterApplication, keylessWalk } from './support/keyless_walk';
import { deleteSetup, openPlan, setUp } from './support/person';
import {
  brokenTexts,
  firstScreen,
  firstScreenFaults,
  hiddenFocus,
  resize,
} from './support/screen_faults';
import { setStage, useStage, targetsIn } from './support/stage';

const { clientId, clientSecret } = credentials.inference;
const phone = { width: 400, height: 800 };

/** Height of a callout whose details are folded, in px: they have no height. */
const foldedCallout = 220;

describe.each([
  ['9.4.9', latestPatches['9.4']],
  ['9.6.0', latestPatches['9.6']],
])('without keys, Kibana %s', (_name, version) => {
  const stage = useStage({ version, speed: 'instant', world: 'owner' });

  const assignments = () =>
    stage.simulator.state.world.apps.find((app) => app.clientId === clientId)?.assignments;

  it('answers through an endpoint that signs in as an application, and undo deletes the role assignment', async () => {
    const before = structuredClone(assignments());
    const person = await openPlan(stage);

    await person.click('moreSettingsButton');
    await person.click('keylessSwitch');
    await person.sees('problem-application_missing', 'application');
    await enterApplication(person, 'not the secret');
    await person.sees('problem-sign_in_wrong_secret');
    const callout = await person.find('problem-sign_in_wrong_secret').boundingBox();
    expect(callout?.height).toBeLessThan(foldedCallout);
    await enterApplication(person, clientSecret);
    await person.sees('applicationUsed');
    await person.isReady();
    await person.sees('planRow-role_assignment', 'Cognitive Services OpenAI User');

    await setUp(person);
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

    await deleteSetup(person);
    expect(assignments()).toEqual(before);
    expect(await targetsIn(stage)).toEqual({ connectors: [], endpoints: [] });
    expect(stage.simulator.state.world).toMatchObject({ groups: [], accounts: [] });
  });
});

it.each([
  ['de-DE', latestPatches['9.4']],
  ['fr-FR', latestPatches['9.6']],
])(
  'every keyless state shows what matters on the first screen without broken words or hidden focus, in %s on Kibana %s',
  async (locale, version) => {
    const stage = await setStage({
      ...{ version, speed: 'instant', world: 'keys_off' },
      settings: { 'i18n.locale': locale },
    });
    const found: string[] = [];
    try {
      await keylessWalk(
        stage,
        async (state, { page }) => {
          const note = (faults: string[]) => {
            found.push(...faults.map((fault) => `${state}: ${fault}`));
          };
          await resize(page, firstScreen);
          note(await firstScreenFaults(page));
          for (const size of [firstScreen, phone]) {
            await resize(page, size);
            note(await brokenTexts(page));
            note(await hiddenFocus(page));
          }
          await page.setViewportSize(firstScreen);
        },
        { still: true },
      );
    } finally {
      await stage.clear();
    }
    expect(found).toEqual([]);
  },
);
