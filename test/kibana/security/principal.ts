import type { AuthenticatedUser } from '@kbn/core/server';

type FeaturePrivilege = 'all' | 'read';

/** A privilege per feature in these spaces (or `*`). */
export interface Grant {
  spaces: string[];
  features: Record<string, FeaturePrivilege>;
}

/** The acting user and their privileges. An API key keeps the privileges that its owner had. */
export interface Principal {
  user: AuthenticatedUser & { authentication_type: string; enabled: boolean };
  superuser: boolean;
  grants: Grant[];
}
