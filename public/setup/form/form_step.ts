import type { Options } from '../../../common/options';
import type { Recommendation, UseCase } from '../../../common/recommendation';
import type { SignedIn } from '../../../common/sign_in';
import type { SetupField, SetupRequest } from '../../../common/setup_request';

/** What every form step gets: the request as it stands, and the ways to change it. */
export interface FormStepProps {
  /** For what only one step reads from Azure. */
  session?: SignedIn;
  /** Always complete; a value may break its rule while the person types. */
  request: SetupRequest;
  /** Marks the fields as the person's own; what depends on them is recommended anew. */
  update(change: Partial<SetupRequest>): void;
  /** Gives fields back to the recommendation. */
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
