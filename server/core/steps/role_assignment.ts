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
 * A GUID derived from run, scope, principal and role: a repeated PUT creates no second assignment, and Azure refuses a
 * duplicate of another run's.
 */
export function assignmentName(ref: AccountRef, principalId: string, runId: string): string {
  const text = [accountPath(ref), principalId, dataRole.id, runId].join('\n').toLowerCase();
  const hex = createHash('sha256').update(text).digest('hex');
  // A GUID of version 8 (RFC 9562), with application-defined bits.
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

/** Role assignments have no tags, so the description has the ownership tag. */
const descriptionOf = (runId: string) =>
  `Created by Azure OpenAI setup in Kibana, ${runTag}: ${runId}`;
const ownerIn = ({ description = '' }: RoleAssignment): string | undefined =>
  new RegExp(`\\b${runTag}: ([0-9a-f-]{36})$`).exec(description)?.[1];

/** Those with the run's ownership tag at the account, for any principal. */
async function owned({ azure, request, runId }: StepContext): Promise<RoleAssignment[]> {
  if (runId === undefined) return [];
  const scope = decodeURIComponent(accountPath(request));
  const all = await azure.roleAssignments(request);
  return all.filter((one) => sameText(one.scope, scope) && ownerIn(one) === runId);
}

/** True if it gives the application a role to call the model, with or without a condition. */
const allowsCalls = (one: RoleAssignment, { principalId }: TenantApplication): boolean =>
  sameText(one.principalId, principalId) && dataRoleIds.some((id) => sameText(id, one.roleId));

/** An assignment at the account or above that allows the application to call the model. */
const effective = (
  all: readonly RoleAssignment[],
  application: TenantApplication,
): RoleAssignment | undefined =>
  all.find((one) => allowsCalls(one, application) && !one.isConditional);

/** True if the application can already call the models of all accounts at the scope. */
export async function hasDataRole(
  { azure, application }: Pick<StepContext, 'azure' | 'application'>,
  scope: Scope,
): Promise<boolean> {
  if (!application) return false;
  return effective(await azure.roleAssignments(scope), application) !== undefined;
}

type Forbidden = Problem<'role_assignment_forbidden'>;

/** A missing permission, with the role assignment for an administrator. */
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

/** Allows the person's application to call the models of the account, which a keyless setup needs. */
export const roleAssignment: Step = {
  id: 'role_assignment',

  async look(context) {
    const { azure, request, runId, application } = context;
    // The plan shows the assignment before the person has entered the application.
    if (runId === undefined && !application) return { state: 'missing' };
    const found = effective(
      await azure.roleAssignments(request),
      requiredApplication(request, application),
    );
    if (!found) return { state: 'missing' };
    const owner = ownerIn(found);
    return {
      state: 'present',
      owned: owner !== undefined && owner === runId,
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
      // Assigned at the same moment, by this run or another one.
      const all = await azure.roleAssignments(request);
      const found = effective(all, application);
      if (found) return ownerIn(found) === runId ? {} : { reused: true };
      // One with a condition is a permanent conflict; any other is listed soon.
      if (all.some((one) => allowsCalls(one, application))) throw error;
      return { waiting: error.problem };
    }
    return {};
  },

  undo: {
    claimed: 'run_id_used',
    find,
    /** Other endpoints that sign in to the account as the same application. */
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
