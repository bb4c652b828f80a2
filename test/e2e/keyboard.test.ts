import type { Page } from 'playwright-core';
import type { PageState } from '../../public/setup/state/page_state';
import { acceptDeviceCode, aPerson, type Person } from './support/person';
import { newestKibana, pageUrl, useStage } from './support/stage';

declare global {
  interface Window {
    before?: { element: Element; look: string };
    heard(text: string): void;
    titled(text: string): void;
  }
}

const stage = useStage({ version: newestKibana });
let person: Person;
let page: Page;

const spoken: string[] = [];
const titles: string[] = [];

const news = (list: string[]) => (text: string) => {
  if (text !== '' && text !== list.at(-1)) list.push(text);
};

beforeAll(async () => {
  page = await stage.open('/app/home', { still: true });
  await page.exposeFunction('heard', news(spoken));
  await page.exposeFunction('titled', news(titles));
  await page.addInitScript(() => {
    const look = () => {
      const region = document.querySelector('[data-test-subj="announcement"]');
      window.heard(region?.textContent ?? '');
      window.titled(document.title);
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await page.goto(`${stage.kibana.url}${pageUrl}`);
  person = aPerson(page);
});

const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const named = element?.closest('[data-test-subj]');
    return `${element?.tagName.toLowerCase()} ${named?.getAttribute('data-test-subj') ?? ''}`;
  });

/** Presses Tab until the element has the focus, and checks that every focused element looks focused. */
async function tabTo(subj: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const wanted = person.find(subj).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
    expect(await unseenFocus()).toBe('');
  }
  throw new Error(`${subj} cannot be reached by ${key}; the focus is on ${await focused()}`);
}

/**
 * The last focused element if its outline, shadow, border and background do not change with the focus. Except sliders,
 * whose thumb style scripts cannot read.
 */
const unseenFocus = (): Promise<string> =>
  page.evaluate(() => {
    document.getAnimations().forEach((one) => one instanceof CSSTransition && one.finish());
    const lookOf = (element: Element) =>
      [
        ...[element, element.parentElement, element.firstElementChild],
        ...[element.nextElementSibling, element.previousElementSibling],
      ]
        .flatMap((each) =>
          each ? [getComputedStyle(each), getComputedStyle(each, '::after')] : [],
        )
        .map((style) =>
          [
            ...[style.outline, style.boxShadow, style.border, style.backgroundColor],
            ...[style.backgroundImage, style.textDecoration],
          ].join(),
        )
        .join();
    const { before } = window;
    const now = document.activeElement;
    window.before = now && now !== document.body ? { element: now, look: lookOf(now) } : undefined;
    if (!before || before.element === now || !before.element.isConnected) return '';
    // The scrolling area of a flyout is EUI's own and no control.
    if (before.element.matches('[type="range"], .euiFlyoutBody__overflow')) return '';
    return before.look === lookOf(before.element) ? before.element.outerHTML.slice(0, 300) : '';
  });

/** Expects the focus on the screen's title. */
async function titleHasFocus(screen: PageState['screen']) {
  await person.opens(screen);
  expect(await focused()).toBe(`h2 screen-${screen}`);
}

it('works from the device code to the answer without a mouse', async () => {
  await person.sees('signInSubmit');
  await tabTo('signInSubmit');
  await page.keyboard.press('Enter');
  await person.sees('deviceCodeUserCode');
  expect(await focused()).toBe('h2 screen-sign_in');
  await tabTo('deviceCodeOpen');
  await page.keyboard.press('Enter');
  await acceptDeviceCode(stage, person);
  await titleHasFocus('plan');
  await person.isReady();

  await tabTo('throughputRowChange');
  await page.keyboard.press('Enter');
  await person.sees('throughputFlyout');
  await tabTo('capacityRange');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await tabTo('throughputFlyoutSave');
  await page.keyboard.press('Enter');
  await person.find('throughputFlyout').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focused()).toBe('button throughputRowChange');
  await tabTo('moreSettingsButton');
  await page.keyboard.press('Enter');
  await tabTo('networkAccess');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await tabTo('checksBadge', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await person.sees('checksFlyout');
  await tabTo('passedChecks');
  await page.keyboard.press('Enter');
  await person.sees('verdict-quota');
  await page.keyboard.press('Escape');
  await person.find('checksFlyout').waitFor({ state: 'detached' });

  await person.isReady();
  stage.simulator.state.delays.accountMs = 4_000;
  await tabTo('setUpButton');
  await page.keyboard.press('Enter');
  await titleHasFocus('progress');
  await person.sees('doneAnswer');
  await titleHasFocus('done');
});

it('closes a dialog with Escape and restores the focus', async () => {
  await tabTo('removeAll');
  await page.keyboard.press('Enter');
  await person.sees('removals');
  expect(
    await page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null),
  ).toBe(true);
  await page.keyboard.press('Escape');
  await person.find('undoModal').waitFor({ state: 'detached' });
  await page.waitForFunction(() => document.activeElement !== document.body);
  expect(await focused()).toBe('button removeAll');
});

it('announces each change once', () => {
  const has = (text: RegExp) => spoken.filter((one) => text.test(one)).length;
  expect(has(/^Your code is (\S )+\S\./)).toBe(1);
  expect(has(/^You're signed in as ada@contoso\.com\./)).toBe(1);
  expect(has(/^21 checks passed$/)).toBe(1);
  expect(has(/^Azure is creating resource kibana-openai-/)).toBe(1);
  expect(spoken.at(-1)).toBe('Setup is done. The model has answered.');
});

it('shows the progress in the title of the tab', () => {
  expect(titles).toContain('2/6 · Connect Azure OpenAI - Elastic');
  expect(titles.at(-1)).toBe('Connect Azure OpenAI - Elastic');
});

it('shows no motion when the person prefers reduced motion', async () => {
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target?.className : '')),
  );
  expect(moving).toEqual([]);
});
