import type { Verdict } from './check';
import type { KibanaTargetFacts } from './targets/target_choice';
import type { Cloud, SignInKind } from './sign_in';

/** Facts about this Kibana, readable before sign-in to Azure. */
export interface Environment {
  /** The checks of Kibana itself. */
  verdicts: Verdict[];
  /** The enabled kinds of sign-in, most likely first. */
  signInKinds: SignInKind[];
  /** The one cloud in which people can sign in as the server, if they can. */
  serverIdentityCloud?: Cloud;
  /** True when Microsoft's page shows the name of the Azure CLI for a device code. */
  deviceCodeClientIsAzureCli: boolean;
  /** Facts for the choice between connector and inference endpoint. */
  targetFacts: KibanaTargetFacts;
}
