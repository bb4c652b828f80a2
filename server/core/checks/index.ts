import { account } from './account';
import { allowedHost } from './allowed_host';
import { apiKeys } from './api_keys';
import { application } from './application';
import type { Check, CheckContext, KibanaContext, Rule } from './check';
import { connectorName } from './connector_name';
import { connectorPrivilege } from './connector_privilege';
import { connectorType } from './connector_type';
import { egress, type EgressContext } from './egress';
import { endpointReach } from './endpoint_reach';
import { inferenceEgress, inferenceHost } from './inference_host';
import { inferencePrivilege } from './inference_privilege';
import { inferenceSupport } from './inference_support';
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

/** Checks of this Kibana alone: repeated when a run starts or continues. */
export const kibanaChecks: ReadonlyArray<Check<KibanaContext>> = [
  kibanaSecrets,
  license,
  connectorType,
  connectorPrivilege,
  inferencePrivilege,
  apiKeys,
  taskSpace,
];

/** Shown before sign-in. A plan leaves `egress` out: by then sign-in has worked, and `endpoint_reach` knows the region. */
export const environmentChecks: ReadonlyArray<Check<EgressContext>> = [...kibanaChecks, egress];

/** All checks before a plan; they run at the same time. */
export const checks: ReadonlyArray<Rule<CheckContext>> = [
  ...kibanaChecks,
  allowedHost,
  connectorName,
  inferenceSupport,
  inferenceHost,
  inferenceEgress,
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
