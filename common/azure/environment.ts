import type { Verdict } from '../check';
import type { KibanaTargetFacts } from '../targets/target_choice';
import type { Cloud, SignInKind } from '../sign_in';

/** Facts about this Kibana, readable before sign-in to Azure. */
export interface Environment {
  /** The checks that concern Kibana alone. */
  verdicts: Verdict[];
  /** The kinds of sign-in that are switched on, the likeliest first. */
  signInKinds: SignInKind[];
  /** The one cloud in which people can sign in as the server, if they can. */
  serverIdentityCloud?: Cloud;
  /** True when Microsoft's page shows the name of the Azure CLI for a device code. */
  deviceCodeClientIsAzureCli: boolean;
  /** What decides between a connector and an inference endpoint. */
  targetFacts: KibanaTargetFacts;
}
