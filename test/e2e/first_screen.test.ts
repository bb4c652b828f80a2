import { acceptDeviceCode, aPerson } from './support/person';
import {
  brokenTexts,
  firstScreen,
  firstScreenFaults,
  hiddenFocus,
  layoutShift,
  observeLayoutShift,
  resize,
} from './support/screen_faults';
import { newestKibana, oldestKibana, pageUrl, setStage, type OwnStage } from './support/stage';
import { walk } from './support/walk';

let stage: OwnStage;
afterEach(() => stage.clear());

const phone = { width: 400, height: 800 };
/** 1280 x 800 at 200 %. */
const zoomed = { width: 640, height: 400 };

it.each([
  ['en', newestKibana],
  ['de-DE', oldestKibana],
  ['fr-FR', newestKibana],
])(
  'the first screen shows what matters without broken words or hidden focus, in every state, in %s',
  async (locale, version) => {
    stage = await setStage({
      world: 'established',
      version,
      settings: { 'i18n.locale': locale },
    });
    const found: string[] = [];
    const look = async (page: Parameters<typeof hiddenFocus>[0], add: (fault: string) => void) => {
      (await brokenTexts(page)).forEach(add);
      (await hiddenFocus(page)).forEach((element) => add(`hides the focus: ${element}`));
    };
    await walk(
      stage,
      async (state, { page }) => {
        const add = (size: string) => (fault: string) => found.push(`${state}, ${size}: ${fault}`);
        await resize(page, firstScreen);
        (await firstScreenFaults(page)).forEach(add('desktop'));
        await look(page, add('desktop'));
        await resize(page, phone);
        await look(page, add('phone'));
        await resize(page, zoomed);
        (await hiddenFocus(page)).forEach((element) =>
          add('zoomed')(`hides the focus: ${element}`),
        );
        await page.setViewportSize(firstScreen);
      },
      { still: true },
    );
    expect(found).toEqual([]);
  },
);

it('has no layout shift from the sign-in to the plan', async () => {
  stage = await setStage({ world: 'established' });
  const page = await stage.open('/app/home');
  await page.setViewportSize(firstScreen);
  await observeLayoutShift(page);
  await page.goto(`${stage.kibana.url}${pageUrl}`);
  const person = aPerson(page);
  await person.click('signInSubmit');
  await acceptDeviceCode(stage, person);
  await person.isReady();
  expect(await layoutShift(page)).toBeLessThan(0.05);
});
