import { createHash } from 'node:crypto';
import { dataRole, dataRoleIds } from '../../../common/azure/data_roles';
import { SetupError, isFailure, type Problem } from '../../../common/problem';
import type { Removal } from '../../../common/run';
import { runTag } from '../../../common/run_tag';
import { hostOf } from '../../../common/values/host_of';
import { sameText } from '../../../common/values/same_text';
import type { AccountRef, RoleAssignment, Scope } from '../azure/azure';
import { accountPath, scopePath } from '../azure/arm_paths';
import { requiredApplication, type TenantApplication } from '../sign_in/application';
import { otherTargets } from './other_targets';
import type { Step, StepContext } from './step';
import { urlsOf } from './target_url';

/**
 * A GUID that is the same for the same run, scope, principal and role: repeating the PUT creates no second assignment, and does
 * not take over that of another run, which Azure refuses as a duplicate.
 */
export function assignmentName(ref: AccountRef, principalId: string, runId: string): string {
  const text = [accountPath(ref), principalId, dataRole.id, runId].join('\n').toLowerCase();
  const hex = createHash('sha256').update(text).digest('hex');
  // The form of a GUID of version 8, RFC 9562: its other bits are the application's own.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

/** Role assignments have no tags: the description is the ownership tag. */
const descriptionOf = (runId: string) =>
  `Created by Azure OpenAI setup in Kibana, ${runTag}: ${runId}`;
const ownerIn = ({ description = '' }: RoleAssignment): string | undefined =>
  new RegExp(`\\b${runTag}: ([0-9a-f-]{36})$`).exec(description)?.[1];

/** Those with the run's ownership tag at the account itself, whatever the principal. */
async function owned({ azure, request, runId }: StepContext): Promise<RoleAssignment[]> {
  if (runId === undefined) return [];
  const scope = decodeURIComponent(accountPath(request));
  const all = await azure.roleAssignments(request);
  return all.filter((one) => sameText(one.scope, scope) && ownerIn(one) === runId);
}

/** Assigns a role to the application with which it can call the model, under a condition or without. */
const isOf = (one: RoleAssignment, { principalId }: TenantApplication): boolean =>
  sameText(one.principalId, principalId) && dataRoleIds.some((id) => sameText(id, one.roleId));

/** An assignment, at the account or above it, with which the application can call the model. */
const effective = (
  all: readonly RoleAssignment[],
  application: TenantApplication,
): RoleAssignment | undefined => all.find((one) => isOf(one, application) && !one.isConditional);

/** True if the application can call the models of all accounts at the scope already. */
export async function hasDataRole(
  { azure, application }: Pick<StepContext, 'azure' | 'application'>,
  scope: Scope,
): Promise<boolean> {
  if (!application) return false;
  return effective(await azure.roleAssignments(scope), application) !== undefined;
}

type Forbidden = Problem<'role_assignment_forbidden'>;

/** A missing permission, with the role assignment that an administrator can create instead. */
export const forbiddenRole = (
  application: TenantApplication | undefined,
  scope: Scope,
  place: Pick<
    NonNullable<Forbidden['detail']>,
    'place' | 'subscriptionId' | 'resourceGroup' | 'location'
  >,
): Forbidden => ({
  code: 'role_assignment_forbidden',
  detail: {
    scope: decodeURIComponent(scopePath(scope)),
    ...place,
    ...(application && { application: application.clientId, principal: application.principalId }),
  },
});

async function find(context: StepContext): Promise<Removal | undefined> {
  const [found] = await owned(context);
  if (!found) return undefined;
  return {
    step: 'role_assignment',
    name: dataRole.name,
    portalUrl: context.azure.portalUrl(context.request),
  };
}

/** Lets the person's own application call the models of the account. Without keys, nothing else does. */
export const roleAssignment: Step = {
  id: 'role_assignment',

  async look(context) {
    const { azure, request, runId, application } = context;
    // The plan shows what would be created before the application is known.
    if (runId === undefined && !application) return { state: 'missing' };
    const found = effective(
      await azure.roleAssignments(request),
      requiredApplication(request, application),
    );
    if (!found) return { state: 'missing' };
    const owner = ownerIn(found);
    return {
      state: 'present',
      mine: owner !== undefined && owner === runId,
      foreign: owner !== undefined && owner !== runId,
      portalUrl: azure.portalUrl(request),
    };
  },

  async apply(context) {
    const { azure, request, runId } = context;
    if (runId === undefined) throw new SetupError({ code: 'unexpected' });
    const application = requiredApplication(request, context.application);
    const { principalId } = application;
    try {
      await azure.createRoleAssignment({
        ...request,
        name: assignmentName(request, principalId, runId),
        roleId: dataRole.id,
        principalId,
        description: descriptionOf(runId),
      });
    } catch (error) {
      if (isFailure(error, 'authorization_failed')) {
        const { azure: said } = error.problem;
        throw new SetupError({
          ...forbiddenRole(application, request, { place: 'resource' }),
          azure: said,
        });
      }
      if (!isFailure(error, 'role_assignment_conflict')) throw error;
      // Assigned in the same moment, by this run or by others.
      const all = await azure.roleAssignments(request);
      const found = effective(all, application);
      if (found) return ownerIn(found) === runId ? {} : { reused: true };
      // One with a condition stays in the way; any other is in the list soon.
      if (all.some((one) => isOf(one, application))) throw error;
      return { waiting: error.problem };
    }
    return {};
  },

  undo: {
    claimed: 'run_id_used',
    find,
    /** Endpoints that sign in to the account as the same application. */
    async neededBy(context) {
      const { applicationId } = context.request;
      const hosts = new Set((await urlsOf(context)).map(hostOf));
      return otherTargets(
        context,
        ({ url = '', clientId }) =>
          applicationId !== undefined &&
          sameText(clientId, applicationId) &&
          hosts.has(hostOf(url)),
      );
    },
    async remove(context) {
      const found = await owned(context);
      for (const { name } of found) await context.azure.deleteRoleAssignment(context.request, name);
      return found.length === 0;
    },
  },
};
