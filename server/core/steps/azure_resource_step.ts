import type { Problem } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import type { AccountRef, ProvisioningState, ResourceGroupRef } from '../azure/azure';
import { isForeign, isOwned, type Tags } from './ownership_tag';
import type { Step, StepContext, Undo } from './step';

interface Found {
  tags: Tags;
  state: ProvisioningState;
  location?: string;
}

type Facts = Pick<Step, 'id' | 'location' | 'onDeleted' | 'apply'> &
  Pick<Undo, 'neededBy' | 'heldBy' | 'limitOf'> &
  Required<Pick<Step, 'resourceId'>>;

interface AzureResource<Resource extends Found> extends Facts {
  /** The request's field with the name of the resource. */
  nameField: 'resourceGroup' | 'accountName' | 'deploymentName';
  /** Its URL in the Azure portal. */
  portalRef?(request: SetupRequest): ResourceGroupRef | AccountRef;
  read(context: StepContext): Promise<Resource | undefined>;
  /**
   * Why the resource does not match the request; undefined if it does. The problem's field is `nameField` by default.
   */
  mismatch(found: Resource, request: SetupRequest): Problem | undefined;
  /** True if it is ready; by default in the state `Succeeded`. */
  isReady?(found: Resource): boolean;
  /** True if it has to be updated to match the request. */
  differs?(found: Resource, request: SetupRequest): boolean;
  /** Why undo keeps it although the run created it. */
  keptFor?(context: StepContext): Promise<Problem | undefined>;
  delete(context: StepContext): Promise<void>;
  /** Deletes what remains of a deleted resource. Resolves to true when nothing is left. */
  deleteRemains?(context: StepContext): Promise<boolean>;
}

const isSucceeded = ({ state }: Found) => state === 'Succeeded';

/** A step that creates one Azure resource with the run's ownership tag. */
export function azureResourceStep<Resource extends Found>(resource: AzureResource<Resource>): Step {
  const { id, nameField, resourceId, location, onDeleted, apply } = resource;
  const { read, mismatch, differs, keptFor, deleteRemains, neededBy, heldBy, limitOf } = resource;
  const { portalRef = (request) => request, isReady = isSucceeded } = resource;
  const portalUrlOf = ({ azure, request }: StepContext) => azure.portalUrl(portalRef(request));

  async function find(context: StepContext): Promise<Removal | undefined> {
    const found = await read(context);
    if (!found || !isOwned(found.tags, context.runId)) return undefined;
    const kept = await keptFor?.(context);
    const name = context.request[nameField];
    return { step: id, name, portalUrl: portalUrlOf(context), ...(kept && { kept }) };
  }

  return {
    id,
    resourceId,
    location,
    onDeleted,
    apply,

    async look(context) {
      const { request, runId } = context;
      const found = await read(context);
      if (!found) return { state: 'missing' };
      const problem = mismatch(found, request);
      if (problem) return { state: 'conflict', problem: { field: nameField, ...problem } };
      const portalUrl = portalUrlOf(context);
      if (!isReady(found)) return { state: 'pending', portalUrl };
      const owned = isOwned(found.tags, runId);
      return {
        state: 'present',
        owned,
        foreign: isForeign(found.tags, runId),
        differs: owned && differs?.(found, request),
        portalUrl,
        location: found.location,
      };
    },

    undo: {
      claimed: 'run_id_used',
      find,
      async remove(context) {
        const found = await read(context);
        if (!found) return (await deleteRemains?.(context)) ?? true;
        if (!isOwned(found.tags, context.runId)) return true;
        if (found.state === 'Deleting') return false;
        if (await keptFor?.(context)) return true;
        await resource.delete(context);
        return false;
      },
      neededBy,
      heldBy,
      limitOf,
    },
  };
}
