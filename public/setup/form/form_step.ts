import type { Options } from '../../../common/options';
import type { Recommendation, UseCase } from '../../../common/recommendation';
import type { SignedIn } from '../../../common/sign_in';
import type { SetupField, SetupRequest } from '../../../common/setup_request';

/** The props of every form step: the current request, and the functions that change it. */
export interface FormStepProps {
  /** For steps that read from Azure. */
  session?: SignedIn;
  /** Always complete; values can be invalid while the person types. */
  request: SetupRequest;
  /** Sets values as the person's own; values that depend on them are recommended again. */
  update(change: Partial<SetupRequest>): void;
  /** Returns fields to the recommended values. */
  reset(fields: readonly SetupField[]): void;
  /** The reasons, and the offer of the recommended model. */
  recommendation: Recommendation;
  /** For the request's subscription, location and kind. */
  options: Options;
  optionsLoading: boolean;
  useCase: UseCase;
  setUseCase(useCase: UseCase): void;
  /** The fields that break their rule. */
  invalid: ReadonlySet<SetupField>;
}
