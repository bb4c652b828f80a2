import { armAccounts } from './accounts';
import { armCatalog } from './catalog';
import { connectArm, type ArmOptions } from './connection';
import { armDeployments } from './deployments';
import { armLocks } from './locks';
import { armPolicies } from './policies/policies';
import { armRoleAssignments } from './role_assignments';
import { armSubscriptionsAndGroups } from './subscriptions_and_groups';
import type { Azure } from '../azure';
import { clouds, regionalEndpoint } from '../clouds';
import { createModelCache, type ModelCache } from './model_cache';
import { portalUrl } from '../arm_paths';

interface ArmAzureOptions extends ArmOptions {
  /** Shared by the requests of one sign-in; without it, nothing is cached. */
  modelCache?: ModelCache;
}

/** The Azure adapter, with the permissions of this access token. */
export function createArmAzure({
  modelCache = createModelCache(),
  ...options
}: ArmAzureOptions): Azure {
  const { cloud, tenantId } = options;
  const connection = connectArm(options);
  return {
    ...armSubscriptionsAndGroups(connection, tenantId),
    ...armAccounts(connection, cloud),
    ...armDeployments(connection),
    ...armLocks(connection),
    ...armRoleAssignments(connection),
    ...armPolicies(connection),
    ...armCatalog(connection, modelCache),
    portalUrl: (ref) => portalUrl(cloud, tenantId, ref),
    cloud,
    openAiSuffix: clouds[cloud].openAi,
    regionalEndpoint: (location) => regionalEndpoint(cloud, location),
  };
}
