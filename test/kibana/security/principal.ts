import type { AuthenticatedUser } from '@kbn/core/server';

export type FeaturePrivilege = 'all' | 'read';

/** What somebody may do: in these spaces (or `*`), this privilege of these features. */
export interface Grant {
  spaces: string[];
  features: Record<string, FeaturePrivilege>;
}

/** Who acts, and with which rights. An API key keeps the rights its owner had. */
export interface Principal {
  user: AuthenticatedUser & { authentication_type: string; enabled: boolean };
  superuser: boolean;
  grants: Grant[];
}
