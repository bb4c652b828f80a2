import type { Verdict } from './check';
import type { SignInKind } from './sign_in';

/** What this Kibana allows; readable before anybody signs in to Azure. */
export interface Environment {
  kibanaVersion: string;
  spaceId: string;
  /** The checks that concern Kibana alone. */
  verdicts: Verdict[];
  /** The kinds of sign-in that are switched on, the likeliest first. */
  signInKinds: SignInKind[];
  /** Whose name Microsoft's page will show for a device code. */
  deviceCodeClientId: string;
  /** True when that is the public client of the Azure CLI, which the page has to say. */
  deviceCodeClientIsAzureCli: boolean;
  /** False when sealed sessions end with this Kibana process. */
  sessionsSurviveRestart: boolean;
}
