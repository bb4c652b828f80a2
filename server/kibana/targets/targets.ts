import type { KibanaRequest } from '@kbn/core/server';
import type { Targets } from '../../core/targets/target';
import { createConnectorTarget, type ConnectorServices } from './connector/connector_target';
import {
  createInferenceEndpointTarget,
  type InferenceServices,
} from './inference_endpoint/inference_endpoint_target';

/** THE LIST of adapters, each acting as the person behind the request and in the request's space. */
export const createTargets = (
  services: ConnectorServices & InferenceServices,
  request: KibanaRequest,
): Targets => ({
  connector: createConnectorTarget(services, request),
  inference_endpoint: createInferenceEndpointTarget(services, request),
});
