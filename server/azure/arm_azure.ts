import { armAccounts } from './arm_accounts';
import { armCatalogue } from './arm_catalogue';
import { connectArm, type ArmOptions } from './arm_connection';
import { armDeployments } from './arm_deployments';
import { armLocks } from './arm_locks';
import { armPolicies } from './arm_policies';
import { armResources } from './arm_resources';
import type { Azure } from './azure';
import { clouds, regionalEndpoint } from './clouds';
import { createModelCache, type ModelCache } from './model_cache';
import { portalUrl } from './portal_url';

export interface ArmAzureOptions extends ArmOptions {
  /** Shared by all requests of the plugin; without one, nothing is remembered. */
  modelCache?: ModelCache;
}

/** The real Azure, as the holder of this access token. */
export function createArmAzure({
  modelCache = createModelCache(),
  ...options
}: ArmAzureOptions): Azure {
  const { cloud, tenantId } = options;
  const connection = connectArm(options);
  return {
    ...armResources(connection, tenantId),
    ...armAccounts(connection, cloud),
    ...armDeployments(connection),
    ...armLocks(connection),
    ...armPolicies(connection),
    ...armCatalogue(connection, tenantId, modelCache),
    portalUrl: (ref) => portalUrl(cloud, tenantId, ref),
    openAiSuffix: clouds[cloud].openAi,
    regionalEndpoint: (location) => regionalEndpoint(cloud, location),
  };
}
