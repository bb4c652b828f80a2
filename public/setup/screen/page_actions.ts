import { i18n } from '@kbn/i18n';
import { createContext, useContext, useEffect, useRef } from 'react';
import type { Fix } from '../../../common/check';
import type { SetupField } from '../../../common/setup_request';

/** Actions that any part of the page can call. */
export interface PageActions {
  /** Opens the plan at the field. */
  openField(field: SetupField): void;
  /** The field that the person wants to change: the part of the plan that holds it opens. */
  field?: SetupField;
  /** True if the request uses an existing resource, whose values the plan does not offer to change. */
  usesAccount: boolean;
  /** The part is open. */
  fieldOpened(): void;
  /** Sets values of the request as the person's own; values that depend on them follow. */
  applyFix(change: Fix['change']): void;
  /** Returns to the sign-in and keeps everything entered. `claims` is a challenge for the sign-in. */
  signInAgain(claims?: string): void;
  /** Replaces the session with one of the same sign-in, and checks the plan again. */
  renewSession(session: string): void;
  /** True after the first navigation; the initial screen does not move the focus. */
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

/** The button that opens the choice of the resource. */
export const anotherAccount = i18n.translate('azureOpenaiSetup.data.useAnotherAccount', {
  defaultMessage: 'Use another resource',
});

/** Announces a text whenever it changes. An undefined text keeps the last announcement. */
export function useAnnounce(text: string): void {
  const { announce } = usePageActions();
  const hasSpoken = useRef(false);
  useEffect(() => {
    if (text === '' && !hasSpoken.current) return;
    hasSpoken.current = true;
    announce(text);
  }, [announce, text]);
}
