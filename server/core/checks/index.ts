import { account } from './account/account';
import { allowedHost } from './account/allowed_host';
import { apiKeys } from './target/api_keys';
import { application } from './target/application';
import type { Check, CheckContext, KibanaContext, Rule } from './check';
import { connectorName } from './target/connector_name';
import { connectorPrivilege } from './target/connector_privilege';
import { connectorType } from './target/connector_type';
import { egress, type EgressContext } from './account/egress';
import { endpointReach } from './account/endpoint_reach';
import { inferenceHost } from './target/inference_host';
import { inferencePrivilege } from './target/inference_privilege';
import { inferenceSupport } from './target/inference_support';
import { kibanaSecrets } from './target/kibana_secrets';
import { license } from './target/license';
import { modelLifecycle } from './model/model_lifecycle';
import { modelOffered } from './model/model_offered';
import { nameFree } from './resources/name_free';
import { network } from './account/network';
import { offer } from './model/offer';
import { permissions } from './resources/permissions';
import { policy } from './resources/policy';
import { providerRegistered } from './resources/provider_registered';
import { quota } from './model/quota';
import { region } from './resources/region';
import { resourceGroup } from './resources/resource_group';
import { signedIn } from './resources/signed_in';
import { subscription } from './resources/subscription';
import { taskSpace } from './target/task_space';

/** Checks of Kibana itself, repeated when a run starts or continues. */
export const kibanaChecks: ReadonlyArray<Check<KibanaContext>> = [
  kibanaSecrets,
  license,
  connectorType,
  connectorPrivilege,
  inferencePrivilege,
  apiKeys,
  taskSpace,
];

/**
 * Shown before sign-in. A plan does not need `egress`, because the sign-in worked and `endpoint_reach` knows the
 * region.
 */
export const environmentChecks: ReadonlyArray<Check<EgressContext>> = [...kibanaChecks, egress];

/** All checks of a plan; they run concurrently. */
export const checks: ReadonlyArray<Rule<CheckContext>> = [
  ...kibanaChecks,
  allowedHost,
  connectorName,
  inferenceSupport,
  inferenceHost,
  signedIn,
  subscription,
  offer,
  providerRegistered,
  application,
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
