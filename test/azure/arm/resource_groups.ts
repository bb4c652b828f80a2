import { findRegion, normalLocation } from '../catalogue/regions';
import { firstRefusal, ok, parseObject, textOf, type Reply, type Rule } from '../http/message';
import { param } from '../http/path';
import { passed } from '../speed';
import { nowOf, type SimulatorState } from '../state';
import type { SimGroup } from '../worlds/world';
import { armError, refusals } from './arm_error';
import { mayDo } from './authorization/authorization';
import {
  accountId,
  armOrigin,
  groupId,
  liveAccounts,
  sameName,
  subscriptionId,
  type GroupCall,
  type SubscriptionCall,
} from './call';
import { forgetAssignments } from './authorization/assigned_roles';
import { page } from './paging';
import { policyRefusal } from './policies/policies';
import { readTags } from './tags';

const toJson = (group: SimGroup) => ({
  id: groupId(group),
  name: group.name,
  type: 'Microsoft.Resources/resourceGroups',
  location: group.location,
  tags: group.tags,
  managedBy: null,
  properties: {
    provisioningState: group.deletingUntil === undefined ? 'Succeeded' : 'Deleting',
  },
});

/** A deletion that is over takes the group away, and bins its accounts. */
export function settleGroups(state: SimulatorState): void {
  const now = nowOf(state);
  const isGone = (group: SimGroup) => (group.deletingUntil ?? Infinity) <= now;
  for (const group of state.world.groups.filter(isGone))
    for (const account of liveAccounts(state, group.subscriptionId))
      if (sameName(account.groupName, group.name)) account.deletedAt = now;
  for (const group of state.world.groups.filter(isGone)) forgetAssignments(state, groupId(group));
  state.world.groups = state.world.groups.filter((group) => !isGone(group));
}

export const findGroup = (
  state: SimulatorState,
  subscription: string,
  name: string,
): SimGroup | undefined =>
  state.world.groups.find(
    (group) => group.subscriptionId === subscription && sameName(group.name, name),
  );

const byTag = (filter: string | null): ((group: SimGroup) => boolean) => {
  const [, name, value] =
    /^tagName eq '([^']*)'(?: and tagValue eq '([^']*)')?$/i.exec(filter ?? '') ?? [];
  if (name === undefined) return () => true;
  return ({ tags }) =>
    Object.entries(tags).some(
      ([key, text]) => sameName(key, name) && (value === undefined || text === value),
    );
};

export function listGroups(call: SubscriptionCall): Reply {
  const { state, subscription, principal, request } = call;
  const top = Number.parseInt(request.url.searchParams.get('$top') ?? '', 10);
  const groups = state.world.groups
    .filter(({ subscriptionId: id }) => id === subscription.subscriptionId)
    .filter((group) =>
      mayDo(principal, 'Microsoft.Resources/subscriptions/resourceGroups/read', groupId(group)),
    )
    .filter(byTag(request.url.searchParams.get('$filter')));
  return page(call, (Number.isNaN(top) ? groups : groups.slice(0, top)).map(toJson));
}

export const getGroup = ({ group }: GroupCall): Reply => ok(toJson(group));
export const groupExists = (_call: GroupCall): Reply => ({ status: 204 });

interface NewGroup {
  call: SubscriptionCall;
  name: string;
  existing?: SimGroup;
  location: string;
  tags: Record<string, string>;
}

const nameRule: Rule<NewGroup> = ({ name }) =>
  // `^[-\w\._\(\)]+$` as .NET reads it, which knows no characters beyond the Basic Multilingual Plane.
  /^[\p{L}\p{Mn}\p{Nd}\p{Pc}.()-]{0,89}[\p{L}\p{Mn}\p{Nd}\p{Pc}()-]$/u.test(name) &&
  !/[\u{10000}-\u{10ffff}]/u.test(name)
    ? undefined
    : armError(
        400,
        'InvalidResourceGroup',
        `The provided resource group name '${name}' has these invalid characters or a length outside 1-90, or ends with a period. The name can only be a letter, digit, '-', '.', '(', ')' or '_'.`,
      );

const locationRule: Rule<NewGroup> = ({ call, location, existing }) => {
  if (!findRegion(call.cloud, location, call.state.world))
    return armError(
      400,
      'LocationNotAvailableForResourceGroup',
      `The provided location '${location}' is not available for resource group.`,
    );
  return existing && normalLocation(existing.location) !== normalLocation(location)
    ? armError(
        409,
        'InvalidResourceGroupLocation',
        `Invalid resource group location '${location}'. The Resource group already exists in location '${existing.location}'.`,
      )
    : undefined;
};

const deletingRule: Rule<NewGroup> = ({ existing, name }) =>
  existing?.deletingUntil === undefined ? undefined : refusals.groupBeingDeleted(name);

const policyRule: Rule<NewGroup> = ({ call, name, location, tags }) =>
  policyRefusal(call.subscription, {
    type: 'Microsoft.Resources/subscriptions/resourceGroups',
    name,
    location,
    tags,
  });

export async function putGroup(call: SubscriptionCall): Promise<Reply> {
  const { state, subscription, params, request } = call;
  const body = parseObject(request.body);
  if (!body) return refusals.badContent('The body is no JSON object');
  const location = textOf(body.location);
  if (location === undefined) return refusals.locationMissing();
  const tags = readTags(body.tags);
  if ('status' in tags) return tags.refusal;
  const name = param(params, 'group');
  const existing = findGroup(state, subscription.subscriptionId, name);
  const wanted = { call, name, existing, location, tags: tags.tags };
  const refusal = firstRefusal([nameRule, locationRule, deletingRule, policyRule], wanted);
  if (refusal) return refusal;
  if (existing) {
    existing.tags = wanted.tags;
    return ok(toJson(existing));
  }
  const group: SimGroup = {
    subscriptionId: subscription.subscriptionId,
    name,
    location: normalLocation(location),
    tags: wanted.tags,
    locks: [],
    others: [],
  };
  state.world.groups.push(group);
  await passed(state.delays.groupMs);
  return { status: 201, json: toJson(group) };
}

const operationUrl = (call: GroupCall): string =>
  `${armOrigin(call.cloud)}${subscriptionId(call.subscription)}/operationresults/${Buffer.from(
    call.group.name,
  ).toString('base64url')}?api-version=2021-04-01`;

export function deleteGroup(call: GroupCall): Reply {
  const { state, group } = call;
  group.deletingUntil ??= nowOf(state) + state.delays.accountMs;
  return { status: 202, headers: { location: operationUrl(call), 'retry-after': '1' } };
}

/** Status URL of a group's deletion: 202 while it runs, 200 when it is complete. */
export function groupOperation(call: SubscriptionCall): Reply {
  const name = Buffer.from(param(call.params, 'operation'), 'base64url').toString();
  const group = findGroup(call.state, call.subscription.subscriptionId, name);
  const { pathname, search } = call.request.url;
  return group?.deletingUntil === undefined
    ? { status: 200 }
    : {
        status: 202,
        headers: {
          location: `${armOrigin(call.cloud)}${pathname}${search}`,
          'retry-after': '1',
        },
      };
}

/** All resources of the group. */
export function listGroupResources(call: GroupCall): Reply {
  const { state, group } = call;
  const accounts = liveAccounts(state, group.subscriptionId)
    .filter(({ groupName }) => sameName(groupName, group.name))
    .map((account) => ({
      id: accountId(account),
      name: account.name,
      type: 'Microsoft.CognitiveServices/accounts',
      kind: account.kind,
      location: normalLocation(account.location),
      tags: account.tags,
    }));
  const others = group.others.map(({ name, type }) => ({
    id: `${groupId(group)}/providers/${type}/${name}`,
    name,
    type,
    location: group.location,
  }));
  return page(call, [...accounts, ...others]);
}
