import { endpointOf } from '../../../../common/azure/endpoint';
import { hostOf } from '../../../../common/values/host_of';
import { clouds } from '../../azure/clouds';
import { fail, type Check } from '../check';
import { fittingTarget } from './fitting_target';

/**
 * Elasticsearch supports only endpoints of Azure's public cloud. Kibana cannot see whether its nodes reach the host; it
 * tests that when the endpoint is created.
 */
export const inferenceHost: Check = {
  id: 'inference_host',
  target: 'inference_endpoint',
  unverified: 'azure_error',
  async run({ request, azure }) {
    const host = hostOf(
      endpointOf(request, azure.openAiSuffix, await azure.account(request)) ?? '',
    );
    if (host === '') return undefined;
    if (host.endsWith(`.${clouds.public.openAi}`)) return [];
    return [
      fail(
        { code: 'inference_host_unsupported', field: 'target', detail: { host } },
        fittingTarget,
      ),
    ];
  },
};
