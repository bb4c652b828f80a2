import type { PlannedStep } from '../plan';
import type { SetupRequest } from '../setup_request';
import type { StepId } from '../steps';

/** What was checked. */
export interface Checked {
  request: SetupRequest;
  steps: readonly PlannedStep[];
}

/** The title of a check, and the sentence for a pass. */
export interface CheckText {
  title: string;
  pass: string | ((checked: Checked) => string);
}

/** True if the step would reuse an existing resource. */
export const exists = ({ steps }: Checked, id: StepId): boolean =>
  steps.some(({ step, action }) => step === id && action === 'reuse');
