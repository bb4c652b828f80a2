import { account } from './account';
import { allowedHost } from './allowed_host';
import { apiKeys } from './api_keys';
import type { AzureCheck, KibanaCheck } from './check';
import { connectorName } from './connector_name';
import { connectorPrivilege } from './connector_privilege';
import { connectorType } from './connector_type';
import { endpointReach } from './endpoint_reach';
import { kibanaSecrets } from './kibana_secrets';
import { license } from './license';
import { modelLifecycle } from './model_lifecycle';
import { modelOffered } from './model_offered';
import { nameFree } from './name_free';
import { network } from './network';
import { offer } from './offer';
import { permissions } from './permissions';
import { policy } from './policy';
import { providerRegistered } from './provider_registered';
import { quota } from './quota';
import { region } from './region';
import { resourceGroup } from './resource_group';
import { signedIn } from './signed_in';
import { subscription } from './subscription';
import { taskSpace } from './task_space';

/** What concerns Kibana alone: shown before anybody signs in. */
export const kibanaChecks: readonly KibanaCheck[] = [
  kibanaSecrets,
  license,
  connectorType,
  connectorPrivilege,
  apiKeys,
  taskSpace,
];

/** What concerns the request: all of them look at the same time. */
export const azureChecks: readonly AzureCheck[] = [
  allowedHost,
  connectorName,
  signedIn,
  subscription,
  offer,
  providerRegistered,
  permissions,
  region,
  resourceGroup,
  account,
  nameFree,
  policy,
  network,
  endpointReach,
  modelOffered,
  modelLifecycle,
  quota,
];
