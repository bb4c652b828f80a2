import { createContext, useContext, useEffect, useRef } from 'react';
import type { Fix } from '../../../common/check';
import type { SetupField } from '../../../common/setup_request';

/** Actions that any part of the page can call. */
export interface PageActions {
  /** Opens the plan at the field. */
  openField(field: SetupField): void;
  /** Sets values of the request as the person's own; values that depend on them follow. */
  applyFix(change: Fix['change']): void;
  /** Back to the sign-in; everything entered is kept. `claims` is a challenge that the sign-in answers. */
  signInAgain(claims?: string): void;
  /** Replaces the sealed session by one of the same sign-in, and checks the plan again. */
  renewSession(session: string): void;
  /** True once the person has moved to another screen: the page's own first screen moves no focus. */
  takeFocus: boolean;
  /** Announces a text to screen readers. */
  announce(text: string): void;
}

const ActionsContext = createContext<PageActions | undefined>(undefined);

export const PageActionsProvider = ActionsContext.Provider;

export function usePageActions(): PageActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('usePageActions needs its provider above it.');
  return actions;
}

/** Announces a text whenever it changes. Until there is one, what others announced stays. */
export function useAnnounce(text: string): void {
  const { announce } = usePageActions();
  const hasSpoken = useRef(false);
  useEffect(() => {
    if (text === '' && !hasSpoken.current) return;
    hasSpoken.current = true;
    announce(text);
  }, [announce, text]);
}
