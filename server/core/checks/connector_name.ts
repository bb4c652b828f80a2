import { freeConnectorName } from '../naming/names';
import { warn, type Check } from './check';

/** Kibana allows two connectors of one name; people then cannot tell them apart. */
export const connectorName: Check = {
  id: 'connector_name',
  unverified: 'connector_privilege_missing',
  async run({ request, connectors }) {
    const { connectorName: name } = request;
    const existing = await connectors.list();
    const free = freeConnectorName(name, existing);
    if (free === name) return [];
    return [
      warn(
        { code: 'connector_name_used', field: 'connectorName', detail: { name } },
        { code: 'use_name', change: { connectorName: free }, detail: { name: free } },
      ),
    ];
  },
};
