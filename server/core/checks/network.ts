import { warn, type Check } from './check';

/**
 * The outbound address of Kibana is unknown. Only rules that certainly block it, or that other people created, are
 * worth a warning.
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
    const problem = {
      code: 'network_locks_out',
      field: 'networkAccess',
      detail: { access, name, resourceGroup },
    } as const;
    if (found) return [warn(problem)];
    return [warn(problem, { code: 'open_network', change: { networkAccess: 'all', ipRules: [] } })];
  },
};
