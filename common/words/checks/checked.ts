import type { PlannedStep } from '../../plan';
import type { SetupRequest } from '../../setup_request';
import type { StepId } from '../../steps';

/** The request and the steps that were checked. */
export interface Checked {
  request: SetupRequest;
  steps: readonly PlannedStep[];
}

export interface CheckText {
  /** The subject of the check, as its title. */
  title: string;
  /** The sentence for a pass. */
  pass: string | ((checked: Checked) => string);
  /** The risk that remains if the check could not be carried out. */
  risk: string;
}

/** True if the step would reuse an existing resource. */
export const exists = ({ steps }: Checked, id: StepId): boolean =>
  steps.some(({ step, action }) => step === id && action === 'reuse');
