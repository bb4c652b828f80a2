import { own } from '../../../../../common/values/own';
import type { ProblemCode } from '../../../../../common/problem';
import type { SetupField } from '../../../../../common/setup_request';

/** The Problem code of an ARM code, and the field to change. */
export interface Meaning {
  code: ProblemCode;
  field?: SetupField;
}

/** Some ARM codes have two meanings, depending on the operation. */
export type Operation = 'account' | 'deployment' | 'key';

const meanings: Readonly<Record<string, Meaning>> = {
  InvalidAuthenticationToken: { code: 'token_rejected' },
  AuthenticationFailed: { code: 'token_rejected' },
  ExpiredAuthenticationToken: { code: 'session_expired' },
  InvalidAuthenticationTokenTenant: { code: 'token_wrong_tenant' },
  AuthorizationFailed: { code: 'authorization_failed' },
  LinkedAuthorizationFailed: { code: 'authorization_failed' },
  DenyAssignmentAuthorizationFailed: { code: 'deny_assignment' },
  RoleAssignmentExists: { code: 'role_assignment_conflict' },
  RoleAssignmentUpdateNotPermitted: { code: 'role_assignment_conflict' },
  RoleAssignmentNotFound: { code: 'resource_not_found' },
  PrincipalNotFound: { code: 'principal_not_found', field: 'applicationId' },
  RequestDisallowedByPolicy: { code: 'policy_denied' },
  RequestDisallowedByAzure: { code: 'region_closed', field: 'location' },
  ScopeLocked: { code: 'scope_locked' },

  SubscriptionNotFound: { code: 'subscription_not_found', field: 'subscriptionId' },
  InvalidSubscriptionId: { code: 'subscription_not_found', field: 'subscriptionId' },
  ReadOnlyDisabledSubscription: { code: 'subscription_disabled', field: 'subscriptionId' },
  SpecialFeatureOrQuotaIdRequired: { code: 'subscription_not_eligible', field: 'subscriptionId' },
  '715-123420': { code: 'subscription_flagged' },

  LocationNotAvailableForResourceType: { code: 'location_not_available', field: 'location' },
  LocationNotAvailableForResourceGroup: { code: 'location_not_available', field: 'location' },
  ResourceGroupNotFound: { code: 'resource_group_not_found', field: 'resourceGroup' },
  InvalidResourceGroupLocation: { code: 'resource_group_location_conflict', field: 'location' },
  ResourceGroupBeingDeleted: { code: 'resource_group_deleting', field: 'resourceGroup' },
  ResourceNotFound: { code: 'resource_not_found' },
  ParentResourceNotFound: { code: 'resource_not_found' },
  // Codes of Cognitive Services, nested in ARM's.
  NotFound: { code: 'resource_not_found' },
  DeploymentNotFound: { code: 'resource_not_found' },
  // It was purged or restored meanwhile.
  CanNotRestoreANonExistingResource: { code: 'resource_not_found' },
  CannotDeleteResource: { code: 'resource_not_empty' },

  InvalidResourceLocation: { code: 'account_location_conflict', field: 'accountName' },
  FlagMustBeSetForRestore: { code: 'account_soft_deleted', field: 'accountName' },
  CustomDomainInUse: { code: 'subdomain_taken', field: 'customSubDomainName' },
  RequestConflict: { code: 'account_busy' },
  AccountProvisioningStateInvalid: { code: 'account_busy' },
  AnotherOperationInProgress: { code: 'account_busy' },
  InvalidResourceProperties: { code: 'account_not_supported', field: 'location' },
  SkuNotEligible: { code: 'account_not_supported', field: 'location' },
  InvalidSku: { code: 'account_not_supported', field: 'location' },
  InvalidKind: { code: 'account_not_supported', field: 'kind' },
  InvalidResourceName: { code: 'invalid_request', field: 'accountName' },
  // Trademarks of Microsoft, and words such as `login`, are reserved in host names.
  ReservedResourceName: { code: 'invalid_request', field: 'accountName' },
  QuotaExceeded: { code: 'account_limit_reached', field: 'location' },
  AccountQuotaExceeded: { code: 'account_limit_reached', field: 'location' },

  InsufficientQuota: { code: 'insufficient_quota', field: 'capacity' },
  DeploymentModelNotSupported: { code: 'model_not_offered', field: 'modelName' },
  ServiceModelDeprecating: { code: 'model_deprecating', field: 'modelVersion' },
  ServiceModelDeprecated: { code: 'model_deprecated', field: 'modelVersion' },
  DeploymentNameInvalid: { code: 'invalid_request', field: 'deploymentName' },

  TooManyRequests: { code: 'azure_throttled' },
  SubscriptionRequestsThrottled: { code: 'azure_throttled' },
  MissingApiVersionParameter: { code: 'azure_api_version' },
  InvalidApiVersionParameter: { code: 'azure_api_version' },
  NoRegisteredProviderFound: { code: 'azure_api_version' },
  InvalidResourceType: { code: 'azure_api_version' },
};

const byOperation: Readonly<Record<Operation, Readonly<Record<string, Meaning>>>> = {
  // The region accepts no more accounts; the same code as for tokens per minute.
  account: { InsufficientQuota: { code: 'account_limit_reached', field: 'location' } },
  deployment: {
    SpecialFeatureOrQuotaIdRequired: { code: 'model_access_required', field: 'modelName' },
    InvalidResourceProperties: { code: 'deployment_type_not_supported', field: 'deploymentType' },
    // At most 32 deployments on one account.
    QuotaExceeded: { code: 'azure_error' },
  },
  // `listKeys` of an account with `disableLocalAuth` has no code of its own.
  key: { BadRequest: { code: 'keys_disabled' } },
};

/** Code prefixes; the documentation does not list the full codes. */
const families: readonly (readonly [prefix: string, meaning: Meaning])[] = [
  ['InvalidSubdomain', { code: 'subdomain_invalid', field: 'customSubDomainName' }],
  ['InvalidCustomSubDomain', { code: 'subdomain_invalid', field: 'customSubDomainName' }],
  ['InvalidCapacity', { code: 'capacity_not_supported', field: 'capacity' }],
];

/**
 * The meaning of an unregistered resource provider, by namespace: setup needs Cognitive Services; without Policy
 * Insights, only policies cannot be checked.
 */
export function meaningOfUnregistered(namespace: string): Meaning {
  const name = namespace.toLowerCase();
  if (name === 'microsoft.cognitiveservices') return { code: 'provider_not_registered' };
  return { code: name === 'microsoft.policyinsights' ? 'policies_unreadable' : 'azure_error' };
}

export const meaningOf = (code: string, operation?: Operation): Meaning | undefined =>
  (operation && own(byOperation[operation], code)) ??
  own(meanings, code) ??
  families.find(([prefix]) => code.startsWith(prefix))?.[1];

/** The meaning of an error with an unknown code, by status. */
export function meaningOfStatus(status: number | undefined): Meaning {
  if (status === undefined) return { code: 'unexpected' };
  if (status === 408 || status >= 500) return { code: 'azure_busy' };
  const byStatus: Readonly<Record<number, ProblemCode>> = {
    401: 'token_rejected',
    403: 'authorization_failed',
    429: 'azure_throttled',
  };
  return { code: byStatus[status] ?? 'azure_error' };
}
