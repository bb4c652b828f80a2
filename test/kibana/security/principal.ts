import type { AuthenticatedUser } from '@kbn/core/server';

type FeaturePrivilege = 'all' | 'read';

/** A privilege per feature in these spaces (or `*`), and privileges of the cluster. */
export interface Grant {
  spaces: string[];
  features: Record<string, FeaturePrivilege>;
  cluster: string[];
}

/** The acting user and their privileges. An API key keeps the privileges that its owner had. */
export interface Principal {
  user: AuthenticatedUser & { authentication_type: string; enabled: boolean };
  superuser: boolean;
  grants: Grant[];
}
