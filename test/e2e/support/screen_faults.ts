import type { Page } from 'playwright-core';

/** The window size whose first screen must show what matters. */
export const firstScreen = { width: 1280, height: 720 } as const;

/**
 * Elements that are not visible without scrolling or are covered: the heading, the first problem with its actions, and
 * the primary button of the screen, dialog or flyout. More than one primary button is a fault, too.
 */
export const firstScreenFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    window.scrollTo(0, 0);
    const dialog = [...document.querySelectorAll<HTMLElement>('[role="dialog"]')].at(-1);
    const screen = dialog ?? document.querySelector<HTMLElement>('[data-test-subj^="screen-"]');
    if (!screen) return [];
    const all = (selector: string) => [...screen.querySelectorAll<HTMLElement>(selector)];
    const isShown = (element: HTMLElement) => element.getClientRects().length > 0;
    // The oldest EUI fills the chosen one of a group.
    const isChoice = (element: HTMLElement) => element.matches('.euiButtonGroupButton');
    const filled = all('button, a').filter(
      (element) => isShown(element) && /-fill-/.test(element.className) && !isChoice(element),
    );
    const decisive: Array<[what: string, element: HTMLElement | undefined]> = [
      ['heading', all('h1, h2, h3').find(isShown)],
      [
        'problem',
        all('[data-test-subj^="problem-"] .euiCallOutHeader, [data-test-subj^="problem-"] p').find(
          isShown,
        ),
      ],
      ['remedy', all('[data-test-subj="problemRemedy"]').find(isShown)],
      ['filled button', filled[0]],
    ];
    const faults = decisive.flatMap(([what, element]) => {
      if (!element) return [];
      const { top, bottom, left, width } = element.getBoundingClientRect();
      if (top < 0 || bottom > window.innerHeight) {
        return [`${what} "${element.innerText.slice(0, 60)}" ends at ${Math.round(bottom)}`];
      }
      const at = document.elementFromPoint(left + Math.min(width / 2, 40), (top + bottom) / 2);
      return at && (element.contains(at) || at.contains(element))
        ? []
        : [`${what} "${element.innerText.slice(0, 60)}" is covered`];
    });
    return filled.length > 1
      ? [
          ...faults,
          `${filled.length} filled buttons: ${filled.map(({ innerText }) => innerText).join(', ')}`,
        ]
      : faults;
  });

/** EUI ignores resize events for 50 ms after one. */
const betweenResizesMs = 60;

/** Changes the window, and waits until EUI has changed the page. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction((width) => window.innerWidth === width, size.width);
  await page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        setTimeout(() => {
          window.dispatchEvent(new Event('resize'));
          // EUI measures what it has rendered in the first frame, and shows the result in the second.
          requestAnimationFrame(() => requestAnimationFrame(resolve));
        }, ms);
      }),
    betweenResizesMs,
  );
}

/** Focusable elements that are completely covered when focused (WCAG 2.2, 2.4.11). */
export const hiddenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document.body;
    const before = document.activeElement;
    const focusable = [
      ...root.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, [tabindex="0"]',
      ),
    ].filter((element) => element.tabIndex >= 0 && element.getClientRects().length > 0);
    const hidden = focusable.filter((element) => {
      element.focus();
      if (document.activeElement !== element) return false;
      const { left, top, width, height } = element.getBoundingClientRect();
      // EUI draws its own picture of a radio button and a switch over the input.
      if (width < 2 || height < 2) return false;
      const owner =
        element.closest('label, .euiRadio, .euiCheckbox, .euiSwitch, .euiRange') ?? element;
      return ![0.2, 0.5, 0.8].some((x) =>
        [0.2, 0.5, 0.8].some((y) => {
          const at = document.elementFromPoint(left + width * x, top + height * y);
          return at !== null && (owner.contains(at) || at.contains(element));
        }),
      );
    });
    if (before instanceof HTMLElement) before.focus();
    return hidden.map((element) => element.outerHTML.slice(0, 160));
  });

/** Words that are broken in the middle, and texts that overflow their container. */
export const brokenTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const skipped =
      '[data-test-subj="headerGlobalNav"], code, pre, script, style, [data-any-break]';
    /**
     * EUI clips words for screen readers to nothing, the captions of tables where they are, all others outside the
     * page.
     */
    const isSeen = (element: Element | null): boolean => {
      if (!element || element === document.body) return true;
      const { position, clipPath } = getComputedStyle(element);
      if (clipPath === 'inset(50%)') return false;
      const { right } = element.getBoundingClientRect();
      return !(position === 'absolute' && right < 0) && isSeen(element.parentElement);
    };
    const broken: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (
        !element ||
        element.closest(skipped) ||
        element.getClientRects().length === 0 ||
        !isSeen(element)
      )
        continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}{4,}/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`breaks "${word}"`);
      }
    }
    for (const cell of document.querySelectorAll<HTMLElement>(
      'td, th, .euiPanel, [role="dialog"]',
    )) {
      const { scrollWidth, clientWidth } = cell;
      const scrolls = getComputedStyle(cell).overflowX === 'auto';
      if (clientWidth > 0 && scrollWidth > clientWidth + 1 && !scrolls)
        broken.push(`overflows: ${cell.innerText.slice(0, 60)}`);
    }
    return broken;
  });

declare global {
  interface Window {
    layoutShift: number;
  }
}

/** Sums up unexpected layout shifts from now on, in every page of the context. */
export async function observeLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const isAnswer = 'hadRecentInput' in entry && entry.hadRecentInput === true;
        if (!isAnswer && 'value' in entry && typeof entry.value === 'number') {
          window.layoutShift += entry.value;
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

export const layoutShift = (page: Page): Promise<number> => page.evaluate(() => window.layoutShift);
