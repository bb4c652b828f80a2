import { useEffect, useState } from 'react';
import type { Go, PageLocation } from '../location/use_location';
import type { PageAction } from '../state/page_reducer';
import type { PageState } from '../state/page_state';

/** True once the person has moved to another screen. */
export function useMoved(state: PageState, { runId, screen }: PageLocation): boolean {
  const settled = !runId || state.screen !== 'progress' || state.run !== undefined;
  const now = settled ? `${state.screen} ${runId ?? ''}` : undefined;
  const [first, setFirst] = useState<string>();
  const [moved, setMoved] = useState(false);
  if (now !== undefined && first === undefined && (screen || runId || state.screen === 'sign_in'))
    setFirst(now);
  if (first !== undefined && now !== undefined && now !== first && !moved) setMoved(true);
  return moved;
}

/** Stores the screen in the draft, for URLs without one. */
export function useLastScreen(
  { screen }: PageState,
  location: PageLocation,
  last: PageLocation['screen'],
  go: Go,
  dispatch: (action: PageAction) => void,
): void {
  const [first] = useState({ location, last });
  useEffect(() => {
    if (!first.location.runId && !first.location.screen && first.last)
      go({ screen: first.last }, { replace: true });
  }, [first, go]);
  const isOwn = !location.runId && location.screen !== undefined;
  useEffect(() => {
    if (isOwn && (screen === 'sign_in' || screen === 'plan'))
      dispatch({ type: 'screen_shown', screen });
  }, [dispatch, isOwn, screen]);
}
