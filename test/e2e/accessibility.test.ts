import axe, { type AxeResults, type RunOnly, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { resize } from './support/screen_faults';
import { newestKibana, oldestKibana, setStage, type OwnStage } from './support/stage';
import { walk } from './support/walk';

declare global {
  interface Window {
    /** Put there by the source of axe. */
    axe: Pick<typeof axe, 'run'>;
  }
}

let stage: OwnStage;

const begin = async (version: string) => {
  stage = await setStage({ version, world: 'established' });
};
afterEach(() => stage.clear());

const everything: RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
const colors: RunOnly = { type: 'rule', values: ['color-contrast'] };

/** Widths in CSS pixels. A window of 1280 at 200 % zoom is 640 wide and 450 high. */
const sizes = {
  desktop: { width: 1280, height: 900 },
  zoomed: { width: 640, height: 450 },
  phone: { width: 400, height: 900 },
} as const;
type Size = keyof typeof sizes;

const comeToRest = (page: Page) =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );

async function violations(page: Page, runOnly: RunOnly): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  await comeToRest(page);
  // Kibana's header would cover a part of a field that happens to stand at its edge.
  await page.evaluate(() => window.scrollTo(0, 0));
  const results = await page.evaluate(
    async ([options]): Promise<AxeResults> =>
      window.axe.run({ exclude: ['[data-test-subj="headerGlobalNav"]'] }, options),
    [{ runOnly, resultTypes: ['violations'] }] satisfies [RunOptions],
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} ${target.join(' ')}: ${failureSummary}`),
  );
}

/** True when a person would have to scroll sideways, or could not reach a part at all. */
const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });

/** Truncated headers and buttons. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = [
      ...document.querySelectorAll<HTMLElement>(':is(th, button, a) .eui-textTruncate'),
    ].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
    const outside = [...document.querySelectorAll<HTMLElement>('button')].filter((button) => {
      const { width, right } = button.getBoundingClientRect();
      return width > 1 && right > window.innerWidth;
    });
    return [...texts, ...outside].map(
      (element) => element.getAttribute('aria-label') ?? element.innerText,
    );
  });

async function eachSize(page: Page, wanted: readonly Size[], look: (size: Size) => Promise<void>) {
  for (const size of wanted) {
    await resize(page, sizes[size]);
    await look(size);
  }
  await page.setViewportSize(sizes.desktop);
}

const inDirection = (page: Page, direction: 'ltr' | 'rtl') =>
  page.evaluate((dir) => (document.documentElement.dir = dir), direction);

it.each([oldestKibana, newestKibana])(
  'keeps the rules of WCAG 2.2 AA and fits its window, in every state, at every size, in Kibana %s',
  async (version) => {
    await begin(version);
    const found: string[] = [];
    const look = (state: string, page: Page) =>
      eachSize(page, ['desktop', 'zoomed', 'phone'], async (size) => {
        const add = (fault: string) => found.push(`${state}, ${size}: ${fault}`);
        (await violations(page, everything)).forEach(add);
        if (await overflows(page)) add('scrolls sideways');
        (await cutOff(page)).forEach((text) => add(`cuts off "${text}"`));
        if (size === 'zoomed') return;
        await inDirection(page, 'rtl');
        if (await overflows(page)) add('scrolls sideways from right to left');
        await inDirection(page, 'ltr');
      });
    await walk(stage, (state, { page }) => look(state, page), { still: true });
    expect(found).toEqual([]);
  },
);

it('has enough contrast in the dark theme', async () => {
  await begin(oldestKibana);
  const found: string[] = [];
  const look = async (state: string, page: Page) =>
    eachSize(page, ['desktop', 'phone'], async (size) => {
      const faults = await violations(page, colors);
      found.push(...faults.map((fault) => `${state}, ${size}: ${fault}`));
    });
  await walk(stage, (state, { page }) => look(state, page), { dark: true, still: true });
  expect(found).toEqual([]);
});
