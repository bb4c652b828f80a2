/**
 * What opening the page does not need, with the words for problems: a script of its own, see
 * `later.tsx`. The other files of the page know these parts through it only.
 */
export { ProblemCallout } from '../../shared/problem_callout';
export { ConnectBlockers } from '../sign_in/blockers';
export { DoneStep } from '../done/done_step';
export { UnreadRegions } from '../model/offer_unread';
export { RegisterProvider } from '../plan/register_provider';
export { ReviewStep } from '../plan/review_step';
export { SetUpStep } from '../progress/set_up_step';
export { UndoModal } from '../progress/set_up_undo';
export { RunMissing } from './wizard_run_missing';
