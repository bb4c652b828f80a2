import type { MouseEvent } from 'react';

/** Handles a click on a link, unless it opens a new tab or window. */
export const onPlainClick = (handle: () => void) => (event: MouseEvent) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  handle();
};
