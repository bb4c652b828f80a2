import { useEffect, type RefObject } from 'react';

const isUsable = (element: Element) => element.isConnected && !element.matches(':disabled');

/**
 * A button that is removed or disabled when it is pressed loses the focus, and keyboard users would start from the
 * top. The focus returns to the element when it is enabled again, and goes to `fallback` when it is removed.
 */
export function useKeptFocus(area: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { current } = area;
    if (!current) return undefined;
    let last: HTMLElement | undefined;
    const enter = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : undefined;
    };
    // Focus that leaves an element that stays was moved on purpose. Chromium reports a removal before it happens.
    const leave = () =>
      queueMicrotask(() => {
        if (last && isUsable(last) && document.activeElement !== last) last = undefined;
      });
    const watcher = new MutationObserver(() => {
      if (!last || document.activeElement !== document.body) return;
      if (!last.isConnected) fallback.current?.focus();
      else if (isUsable(last)) last.focus();
    });
    current.addEventListener('focusin', enter);
    current.addEventListener('focusout', leave);
    watcher.observe(current, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      current.removeEventListener('focusin', enter);
      current.removeEventListener('focusout', leave);
      watcher.disconnect();
    };
  }, [area, fallback]);
}
