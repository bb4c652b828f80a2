import { unlessSetupError } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import { groupPath } from '../azure/arm_paths';
import type { Content, ResourceGroup, ResourceGroupRef } from '../azure/azure';
import { assertNames } from '../naming/new_names';
import { azureResourceStep } from './azure_resource_step';
import { isForeign, isOwned, tagsOf } from './ownership_tag';

const refOf = ({ subscriptionId, resourceGroup }: SetupRequest): ResourceGroupRef => ({
  subscriptionId,
  resourceGroup,
});

/** The first names; the group can contain any number of resources. */
const namesOf = (contents: ReadonlyArray<Pick<Content, 'name'>>): string =>
  contents
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ');

export const resourceGroup = azureResourceStep<ResourceGroup>({
  id: 'resource_group',
  nameField: 'resourceGroup',
  resourceId: groupPath,
  // A group that exists can have another location than what is put into it.
  location: (request) => request.location,
  portalRef: refOf,
  read: ({ azure, request }) => azure.resourceGroup(request),
  isReady: () => true,

  mismatch: ({ resourceGroup: name, state }) =>
    state === 'Deleting' ? { code: 'resource_group_deleting', detail: { name } } : undefined,

  async apply({ request, azure, runId }) {
    assertNames('resourceGroup', request);
    await azure.createResourceGroup({ ...request, tags: tagsOf(request, runId) });
    return {};
  },

  /** The problem of a group with resources that lack the run's ownership tag. */
  async keptFor({ request, azure, runId }) {
    const contents = await azure.resourceGroupContents(refOf(request));
    const foreign = contents.filter(({ tags }) => !isOwned(tags, runId));
    if (foreign.length === 0) return undefined;
    const isOfSetup = ({ tags }: Content) => isForeign(tags, runId);
    return {
      code: 'resource_not_empty',
      detail: {
        name: request.resourceGroup,
        setups: namesOf(foreign.filter(isOfSetup)),
        others: namesOf(foreign.filter((one) => !isOfSetup(one))),
        count: foreign.length,
      },
    };
  },

  /** Azure lists a deleted account for a while; the group is deleted when it is empty. */
  async delete({ request, azure }) {
    const contents = await azure.resourceGroupContents(refOf(request));
    if (contents.length === 0) await azure.deleteResourceGroup(refOf(request));
  },

  /** The problem if its account was kept permanently; otherwise, Azure still lists deleted resources. */
  async heldBy({ request, azure }, isKept) {
    if (!isKept('account')) return undefined;
    // An unreadable account might not exist, so the group is deleted.
    const account = await unlessSetupError(azure.account(request));
    if (!account || account.state === 'Deleting') return undefined;
    const { resourceGroup: name, accountName } = request;
    return { code: 'resource_not_empty', detail: { name, others: accountName, count: 1 } };
  },
});
