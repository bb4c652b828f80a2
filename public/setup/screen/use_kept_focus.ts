import { useEffect, type RefObject } from 'react';

const isUsable = (element: Element) => element.isConnected && !element.matches(':disabled');

/**
 * A button that is removed or disabled on click loses the focus, so keyboard users would start at the top. Restores the
 * focus when the element is enabled again, or focuses `fallback` if it was removed.
 */
export function useKeptFocus(area: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { current } = area;
    if (!current) return undefined;
    let last: HTMLElement | undefined;
    const enter = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : undefined;
    };
    // If the element stays, the focus moved on purpose. Chromium fires the event before the removal.
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
