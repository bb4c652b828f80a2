import { modelCallerOf } from '../../../../common/targets/targets';
import { warn, type Check } from '../check';

/**
 * The outbound addresses of Kibana and of Elasticsearch are unknown. Warns only about rules that certainly block them,
 * or that other people created.
 */
export const network: Check = {
  id: 'network',
  unverified: 'azure_error',
  async run({ request, azure }) {
    const found = await azure.account(request);
    const { networkAccess: access, ipRules } = found ?? request;
    const open = access === 'all' || (access === 'selected' && !found && ipRules.length > 0);
    if (open) return [];
    const { accountName: name, resourceGroup } = request;
    const detail = { access, name, caller: modelCallerOf(request) };
    // The person disabled it, so only the field is offered, without a fix button.
    return [
      found
        ? warn({
            code: 'network_locks_out',
            field: 'accountName',
            detail: { ...detail, resourceGroup },
          })
        : warn({ code: 'network_locks_out', field: 'networkAccess', detail }),
    ];
  },
};
