import { unlessSetupError, type Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { groupPath } from '../azure/arm_paths';
import { assertNames } from '../naming/new_names';
import { isForeign, isMarked, markedTags } from './ownership_tag';
import type { Step, StepContext } from './step';

/** What lies in the group and does not bear the run's mark. */
async function strangers({ request, azure, runId }: StepContext): Promise<string[]> {
  const contents = await azure.resourceGroupContents(resourceGroupOf(request));
  return contents.filter(({ tags }) => !isMarked(tags, runId)).map(({ name }) => name);
}

const notEmpty = (name: string, others: string[]): Problem => ({
  code: 'resource_not_empty',
  detail: { name, others: others.slice(0, 5).join(', '), count: others.length },
});

export const resourceGroup: Step = {
  id: 'resource_group',
  name: (request) => request.resourceGroup,
  resourceId: groupPath,
  location: (request) => request.location,

  async look({ request, azure, runId }) {
    const group = await azure.resourceGroup(request);
    if (!group) return { state: 'missing' };
    if (group.state === 'Deleting') {
      const problem: Problem = {
        code: 'resource_group_deleting',
        field: 'resourceGroup',
        detail: { name: group.name },
      };
      return { state: 'conflict', problem };
    }
    const mine = isMarked(group.tags, runId);
    const portalUrl = azure.portalUrl(resourceGroupOf(request));
    // A group that is there may lie elsewhere than what is put into it.
    const foreign = isForeign(group.tags, runId);
    return { state: 'present', mine, foreign, portalUrl, location: group.location };
  },

  async apply({ request, azure, runId }) {
    assertNames('resourceGroup', request);
    await azure.createResourceGroup({ ...request, tags: markedTags(request, runId) });
    return {};
  },

  undo: {
    claimed: 'run_id_used',

    async find(context) {
      const { request, azure, runId } = context;
      const group = await azure.resourceGroup(request);
      if (!group || !isMarked(group.tags, runId)) return undefined;
      const others = await strangers(context);
      return {
        step: 'resource_group',
        name: group.name,
        portalUrl: azure.portalUrl(resourceGroupOf(request)),
        ...(others.length > 0 ? { kept: notEmpty(group.name, others) } : {}),
      };
    },

    async remove(context) {
      const { request, azure, runId } = context;
      const group = await azure.resourceGroup(request);
      if (!group || !isMarked(group.tags, runId)) return true;
      if (group.state === 'Deleting') return false;
      if ((await strangers(context)).length > 0) return true;
      // Azure lists a deleted account for a while yet; a group is only deleted once it is empty.
      const contents = await azure.resourceGroupContents(resourceGroupOf(request));
      if (contents.length === 0) await azure.deleteResourceGroup(resourceGroupOf(request));
      return false;
    },

    /** The account in it was kept, for a reason that waiting does not change. Without one, Azure lists deleted ones. */
    async heldBy({ request, azure }, isKept) {
      if (!isKept('account')) return undefined;
      // An account that cannot be read may not exist: then the group goes.
      const account = await unlessSetupError(azure.account(request));
      if (!account || account.state === 'Deleting') return undefined;
      return notEmpty(request.resourceGroup, [request.accountName]);
    },
  },
};

function resourceGroupOf({ subscriptionId, resourceGroup: name }: SetupRequest) {
  return { subscriptionId, resourceGroup: name };
}
