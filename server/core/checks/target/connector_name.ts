import { freeTargetName } from '../../naming/names';
import { warn, type Check } from '../check';

/** Kibana allows duplicate connector names, which confuse people. */
export const connectorName: Check = {
  id: 'connector_name',
  target: 'connector',
  unverified: 'connector_privilege_missing',
  async run({ request, targets }) {
    const { targetName: name } = request;
    const existing = await targets.connector.list();
    if (!existing) return undefined;
    const free = freeTargetName(name, existing);
    if (free === name) return [];
    return [
      warn(
        { code: 'connector_name_used', field: 'targetName', detail: { name } },
        { code: 'use_name', change: { targetName: free }, detail: { name: free } },
      ),
    ];
  },
};
