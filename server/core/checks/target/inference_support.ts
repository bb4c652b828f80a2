import { fail, type Check } from '../check';
import { fittingTarget } from './fitting_target';

/** The assistants of older minors list connectors only. */
export const inferenceSupport: Check = {
  id: 'inference_support',
  target: 'inference_endpoint',
  unverified: 'azure_error',
  run: ({ readiness: { inference_endpoint: endpoint }, kibanaVersion: version }) =>
    !endpoint || endpoint.isSupported
      ? []
      : [
          fail(
            { code: 'inference_unsupported', field: 'target', detail: { version } },
            fittingTarget,
          ),
        ],
};
