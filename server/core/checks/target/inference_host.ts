import { endpointOf } from '../../../../common/azure/endpoint';
import { hostOf } from '../../../../common/values/host_of';
import { clouds } from '../../azure/clouds';
import { fail, unverified, type Check, type CheckContext } from '../check';
import { fittingTarget } from './fitting_target';

const hostIn = async ({ request, azure }: CheckContext): Promise<string> =>
  hostOf(endpointOf(request, azure.openAiSuffix, await azure.account(request)) ?? '');

/** Elasticsearch supports only endpoints of Azure's public cloud. */
export const inferenceHost: Check = {
  id: 'inference_host',
  target: 'inference_endpoint',
  unverified: 'azure_error',
  async run(context) {
    const host = await hostIn(context);
    if (host === '' || host.endsWith(`.${clouds.public.openAi}`)) return [];
    return [
      fail(
        { code: 'inference_host_unsupported', field: 'target', detail: { host } },
        fittingTarget,
      ),
    ];
  },
};

/** The calls come from the Elasticsearch nodes, whose network Kibana cannot see. */
export const inferenceEgress: Check = {
  id: 'inference_egress',
  target: 'inference_endpoint',
  unverified: 'azure_error',
  async run(context) {
    const host = await hostIn(context);
    if (host === '') return [];
    const isKeyless = context.request.authentication === 'entra_id';
    const detail = { host, ...(isKeyless && { signInHost: hostOf(clouds.public.authority) }) };
    return [unverified({ code: 'inference_egress_unknown', detail })];
  },
};
