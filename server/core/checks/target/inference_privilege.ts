import { fail, type Check, type KibanaContext } from '../check';

/** Creating and using an endpoint require one cluster privilege each. */
export const inferencePrivilege: Check<KibanaContext> = {
  id: 'inference_privilege',
  target: 'inference_endpoint',
  run({ readiness: { inference_endpoint: endpoint } }) {
    if (!endpoint) return [];
    const missing = [
      ...(endpoint.canManage ? [] : ['manage_inference']),
      ...(endpoint.canMonitor ? [] : ['monitor_inference']),
    ];
    if (missing.length === 0) return [];
    const detail = { privileges: missing.join(', ') };
    return [fail({ code: 'inference_privilege_missing', detail })];
  },
};
