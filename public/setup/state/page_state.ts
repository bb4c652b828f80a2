import type { Run } from '../../../common/run';
import type { Draft } from './draft';
import type { PageLocation } from '../location/use_location';

/** The screen that the page shows. */
export type PageState =
  | { screen: 'sign_in' }
  | { screen: 'plan' }
  /** The plan with the values of a run that has stopped. */
  | { screen: 'change'; run: Run }
  /** A run that is moving, has stopped or was removed; one that is not known yet, or does not exist, has no `run`. */
  | { screen: 'progress'; run?: Run }
  | { screen: 'done'; run: Run };

/**
 * The screen for the URL and the current state: there is no plan without a session, and a run's state determines its
 * screen.
 */
export function pageState(
  { runId, screen }: PageLocation,
  { session, ...draft }: Pick<Draft, 'session' | 'runId'>,
  run: Run | undefined,
): PageState {
  if (!runId) return screen === 'plan' && session ? { screen } : { screen: 'sign_in' };
  if (screen === 'sign_in') return { screen };
  if (screen === 'plan' && run?.status === 'blocked' && draft.runId === runId)
    return session ? { screen: 'change', run } : { screen: 'sign_in' };
  if (run?.status === 'finished') return { screen: 'done', run };
  return { screen: 'progress', ...(run && { run }) };
}
