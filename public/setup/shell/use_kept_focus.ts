import { useEffect, type RefObject } from 'react';

const isUsable = (element: Element) => element.isConnected && !element.matches(':disabled');

/**
 * A button that is pressed and then goes away, or is off while it works, takes the focus with it: who
 * works by keyboard would have to start from the top. The focus goes back to the element when it can
 * be used again, and to `fallback` when it is gone.
 */
export function useKeptFocus(area: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  useEffect(() => {
    const { current } = area;
    if (!current) return undefined;
    let last: HTMLElement | undefined;
    const enter = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : undefined;
    };
    // Focus that leaves an element that is still there was moved on purpose.
    const leave = () => {
      if (last && isUsable(last)) last = undefined;
    };
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
