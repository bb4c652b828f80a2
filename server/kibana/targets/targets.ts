import type { KibanaRequest } from '@kbn/core/server';
import type { Targets } from '../../core/targets/target';
import { createConnectorTarget, type ConnectorServices } from './connector/connector_target';
import {
  createInferenceEndpointTarget,
  type InferenceServices,
} from './inference_endpoint/inference_endpoint_target';

/** The adapters of all targets, as the person and in the space of the request. */
export const createTargets = (
  services: ConnectorServices & InferenceServices,
  request: KibanaRequest,
): Targets => ({
  connector: createConnectorTarget(services, request),
  inference_endpoint: createInferenceEndpointTarget(services, request),
});
