import { allowedHost } from './allowed_host';
import { apiKeys } from './api_keys';
import type { AzureCheck, KibanaCheck } from './check';
import { connectorPrivilege } from './connector_privilege';
import { connectorType } from './connector_type';
import { kibanaSecrets } from './kibana_secrets';
import { licence } from './licence';
import { modelOffered } from './model_offered';
import { nameFree } from './name_free';
import { permissions } from './permissions';
import { providerRegistered } from './provider_registered';
import { quota } from './quota';
import { signedIn } from './signed_in';
import { subscription } from './subscription';

/** What concerns Kibana alone: shown before anybody signs in. */
export const kibanaChecks: readonly KibanaCheck[] = [
  kibanaSecrets,
  licence,
  connectorType,
  connectorPrivilege,
  apiKeys,
];

/** What concerns the request: all of them look at the same time. */
export const azureChecks: readonly AzureCheck[] = [
  allowedHost,
  signedIn,
  subscription,
  providerRegistered,
  permissions,
  nameFree,
  modelOffered,
  quota,
];
