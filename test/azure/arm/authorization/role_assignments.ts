import * as v from 'valibot';
import { ok, parseObject, type Reply } from '../../http/message';
import { param } from '../../http/path';
import { explain, object } from '../../../shapes';
import { nowOf } from '../../state';
import type { Principal } from '../../worlds/world';
import { armError, refusals } from '../arm_error';
import {
  allAssigned,
  assignedAt,
  assignmentName,
  findAssigned,
  type Assigned,
} from './assigned_roles';
import { covers, roleOf } from './authorization';
import {
  accountId,
  groupId,
  sameName,
  subscriptionId,
  type AccountCall,
  type ArmRoute,
  type GroupCall,
  type SubscriptionCall,
} from '../call';
import { roles, type RoleDefinition, type RoleName } from '../../worlds/roles';
import { account, assignmentRight, assignments, group, sub } from '../route_parts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const bodySchema = object({
  properties: object({
    roleDefinitionId: v.string(),
    principalId: v.string(),
    principalType: v.optional(
      v.picklist(['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device']),
    ),
    description: v.optional(v.nullable(v.string())),
  }),
});
type Wanted = v.InferOutput<typeof bodySchema>['properties'];

const typeOf = ({ kind }: Principal) => (kind === 'user' ? 'User' : 'ServicePrincipal');

function toJson(assigned: Assigned, subscription: string) {
  const { principal, assignment } = assigned;
  const name = assignmentName(assigned);
  const createdOn = new Date(assignment.createdAt ?? Date.UTC(2026, 2, 2)).toISOString();
  return {
    properties: {
      roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleOf(assignment).id}`,
      principalId: principal.oid,
      principalType: typeOf(principal),
      scope: assignment.scope,
      condition: null,
      conditionVersion: null,
      createdOn,
      updatedOn: createdOn,
      createdBy: '',
      updatedBy: '',
      delegatedManagedIdentityResourceId: null,
      description: assignment.description ?? null,
    },
    id: `${assignment.scope}${assignments}/${name}`,
    type: 'Microsoft.Authorization/roleAssignments',
    name,
  };
}

const roleNames: readonly RoleName[] = Object.keys(roles).filter((name): name is RoleName =>
  Object.hasOwn(roles, name),
);

const findRole = (definitionId: string): RoleName | undefined =>
  roleNames.find((name) => sameName(roles[name].id, definitionId.split('/').pop() ?? ''));

/** The principal and the role, or Azure's refusal of one of them. */
function subjects(
  { state, subscription: { tenantId } }: SubscriptionCall,
  wanted: Wanted,
): { principal: Principal; role: RoleName } | Reply {
  const { principalId, principalType, roleDefinitionId } = wanted;
  const role = findRole(roleDefinitionId);
  if (!role)
    return armError(
      404,
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${roleDefinitionId.split('/').pop() ?? ''}' does not exist.`,
    );
  const principal = [...state.world.users, ...state.world.apps].find(
    ({ oid, tenantIds }) => sameName(oid, principalId) && tenantIds.includes(tenantId),
  );
  if (!principal)
    return armError(
      400,
      'PrincipalNotFound',
      `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.  See https://aka.ms/docs-principaltype`,
    );
  return principalType === undefined || principalType === typeOf(principal)
    ? { principal, role }
    : armError(
        400,
        'UnmatchedPrincipalType',
        `The PrincipalId '${principalId.replaceAll('-', '')}' has type '${typeOf(principal)}' , which is different from specified PrinciaplType '${principalType}'.`,
      );
}

const isOf = (
  { assignment, principal }: Assigned,
  wanted: { principal: Principal; role: RoleDefinition },
) => principal === wanted.principal && roleOf(assignment).id === wanted.role.id;

function put(call: SubscriptionCall, scope: string): Reply {
  const { state, params, request, subscription } = call;
  const name = param(params, 'assignment');
  if (!guid.test(name))
    return armError(
      400,
      'InvalidRoleAssignmentId',
      `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );
  const parsed = v.safeParse(bodySchema, parseObject(request.body));
  if (!parsed.success) return refusals.badContent(explain(parsed.issues));
  const { properties } = parsed.output;
  const found = subjects(call, properties);
  if ('status' in found) return found;
  const wanted = { principal: found.principal, role: roles[found.role] };
  const named = allAssigned(state).find((assigned) => sameName(assignmentName(assigned), name));
  const here = findAssigned(state, scope, name);
  if (named && !(here && isOf(here, wanted)))
    return armError(
      400,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  if (here) {
    here.assignment.description = properties.description ?? undefined;
    return ok(toJson(here, subscription.subscriptionId));
  }
  const equal = assignedAt(state, scope).find((assigned) => isOf(assigned, wanted));
  if (equal)
    return armError(
      409,
      'RoleAssignmentExists',
      `The role assignment already exists. The ID of the existing role assignment is ${assignmentName(equal).replaceAll('-', '')}.`,
    );
  const now = nowOf(state);
  const assignment = {
    scope,
    role: found.role,
    name: name.toLowerCase(),
    description: properties.description ?? undefined,
    createdAt: now,
    effectiveAt: now + state.delays.roleMs,
  };
  found.principal.assignments.push(assignment);
  const json = toJson({ principal: found.principal, assignment }, subscription.subscriptionId);
  return { status: 201, json };
}

function get({ state, params, subscription }: SubscriptionCall, scope: string): Reply {
  const name = param(params, 'assignment');
  const found = findAssigned(state, scope, name);
  return found
    ? ok(toJson(found, subscription.subscriptionId))
    : armError(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);
}

/** 204 when there was nothing to delete. */
function remove({ state, params, subscription }: SubscriptionCall, scope: string): Reply {
  const found = findAssigned(state, scope, param(params, 'assignment'));
  if (!found) return { status: 204 };
  const { principal, assignment } = found;
  principal.assignments = principal.assignments.filter((other) => other !== assignment);
  return ok(toJson(found, subscription.subscriptionId));
}

/** At the scope and above it, without `atScope()` also below; for one principal with `principalId eq '...'`. */
function list({ state, request, subscription }: SubscriptionCall, scope: string): Reply {
  const filter = request.url.searchParams.get('$filter') ?? '';
  const principalId = /(?:principalId eq |assignedTo\()'([^']*)'/i.exec(filter)?.[1];
  if (filter !== '' && principalId === undefined && !/^atScope\(\)$/i.test(filter))
    return armError(400, 'InvalidFilter', `The filter '${filter}' is not supported.`);
  const value = allAssigned(state)
    .filter(
      ({ assignment }) =>
        covers(assignment.scope, scope) ||
        (!/atScope\(\)/i.test(filter) && covers(scope, assignment.scope)),
    )
    .filter(({ principal }) => principalId === undefined || sameName(principal.oid, principalId))
    .map((assigned) => toJson(assigned, subscription.subscriptionId));
  return ok({ value });
}

type Answer = (call: SubscriptionCall, scope: string) => Reply;

const verbs: readonly { method: string; tail: string; action: string; answer: Answer }[] = [
  { method: 'GET', tail: '', action: 'read', answer: list },
  { method: 'GET', tail: '/:assignment', action: 'read', answer: get },
  { method: 'PUT', tail: '/:assignment', action: 'write', answer: put },
  { method: 'DELETE', tail: '/:assignment', action: 'delete', answer: remove },
];

/** Role assignments at a subscription, a group or an account. */
export const roleAssignmentRoutes: readonly ArmRoute[] = verbs.flatMap(
  ({ method, tail, action, answer }): ArmRoute[] => {
    const at = (scope: string) => ({
      method,
      path: `${scope}${assignments}${tail}`,
      action: `${assignmentRight}/${action}`,
    });
    return [
      {
        ...at(sub),
        level: 'subscription',
        handle: (call) => answer(call, subscriptionId(call.subscription)),
      },
      {
        ...at(group),
        level: 'group',
        handle: (call: GroupCall) => answer(call, groupId(call.group)),
      },
      {
        ...at(account),
        level: 'account',
        handle: (call: AccountCall) => answer(call, accountId(call.account)),
      },
    ];
  },
);
