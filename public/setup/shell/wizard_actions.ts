import { createContext, useContext, useEffect } from 'react';
import type { Fix } from '../../../common/check';
import type { WizardStepId } from './step_ids';

/** Actions that any part of the page can call. */
export interface WizardActions {
  openStep(step: WizardStepId): void;
  /** Sets values of the request as the person's own; values that depend on them follow. */
  applyFix(change: Fix['change']): void;
  /** Back to Connect; everything entered is kept. `claims` is a challenge that the sign-in answers. */
  signInAgain(claims?: string): void;
  /** Announces a text to screen readers. */
  announce(text: string): void;
}

const ActionsContext = createContext<WizardActions | undefined>(undefined);

export const WizardActionsProvider = ActionsContext.Provider;

export function useWizardActions(): WizardActions {
  const actions = useContext(ActionsContext);
  if (!actions) throw new Error('useWizardActions needs its provider above it.');
  return actions;
}

/** Announces a text whenever it changes. */
export function useAnnounce(text: string): void {
  const { announce } = useWizardActions();
  useEffect(() => announce(text), [announce, text]);
}
