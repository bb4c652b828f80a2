import { aPerson, signInWithDeviceCode } from './support/person';
import { pageUrl, useStage } from './support/stage';

const stage = useStage();

it('changes the throughput of the deployment from the keyboard, in a narrow window', async () => {
  const { world } = stage.simulator.state;
  const person = aPerson(await stage.open(pageUrl, { width: 400 }));
  const { keyboard } = person.page;
  const isInView = (subj: string) =>
    person.find(subj).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return top >= 0 && bottom <= window.innerHeight;
    });
  await signInWithDeviceCode(stage, person);
  await person.isReady();
  await person.click('setUpButton');
  await person.opens('done');
  const capacities = () =>
    world.accounts.flatMap(({ deployments }) => deployments.map(({ sku }) => sku.capacity));
  expect(capacities()).toEqual([100]);

  await person.find('changeSize').focus();
  await keyboard.press('Enter');
  await person.sees('changeSizeForm');
  await person.page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  expect(await isInView('changeSizeForm')).toBe(true);

  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('150500');
  await person.sees('changeSizeForm', 'in steps of 1,000');
  await keyboard.press('Enter');
  expect(capacities()).toEqual([100]);

  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('20000');
  await keyboard.press('Enter');
  await person.sees('changeSizeDone', '20,000 tokens per minute');
  expect(capacities()).toEqual([20]);
  const focused = await person.find('changeSize').evaluate((one) => one === document.activeElement);
  expect(focused).toBe(true);

  await person.page.reload();
  await person.click('changeSize');
  await person.sees('changeSizeForm', 'The throughput is 20,000 tokens per minute');
});
