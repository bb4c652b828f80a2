/**
 * What opening the page does not need, with the words for problems: a script of its own, see
 * `later.tsx`. The other files of the page know these parts through it only.
 */
export { ProblemCallout } from '../problems/problem_callout';
export { ConnectBlockers } from './connect_blockers';
export { DoneStep } from './done_step';
export { UnreadRegions } from './offer_unread';
export { RegisterProvider } from './register_provider';
export { ReviewStep } from './review_step';
export { SetUpStep } from './set_up_step';
export { UndoModal } from './set_up_undo';
export { RunMissing } from './wizard_run_missing';
