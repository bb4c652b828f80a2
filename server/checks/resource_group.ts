import { fail, warn, type AzureCheck } from './check';

/** Locks: the one forbids to create and to list keys, the other only to take things away again. */
export const resourceGroup: AzureCheck = {
  id: 'resource_group',
  about: 'azure',
  unverified: 'locks_unreadable',
  async run({ request, azure }) {
    const { resourceGroup: name } = request;
    const locks = await azure.locks(request);
    return locks.map(({ name: lock, level, scope }) => {
      const detail = { lock, scope, resourceGroup: name };
      return level === 'ReadOnly'
        ? fail({ code: 'scope_locked', field: 'resourceGroup', detail })
        : warn({ code: 'scope_locked_for_removal', field: 'resourceGroup', detail });
    });
  },
};
