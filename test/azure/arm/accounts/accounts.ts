import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { firstRefusal, ok, parseObject, textOf, type Reply } from '../../http/message';
import { param } from '../../http/path';
import { nowOf, type SimulatorState } from '../../state';
import { explain } from '../../../shapes';
import type { SimAccount } from '../../worlds/world';
import { accountBodySchema, toNetworkAcls } from './account_body';
import { accountRules, accountsNamed, type WantedAccount } from './account_rules';
import { accountJson, accountState, isBusy } from './account_state';
import { armError, refusals } from '../arm_error';
import { forgetAssignments } from '../authorization/assigned_roles';
import { mayDo } from '../authorization/authorization';
import {
  accountId,
  liveAccounts,
  principalName,
  sameName,
  type AccountCall,
  type GroupCall,
  type SubscriptionCall,
} from '../call';
import { makeEtag, makeKey } from '../../worlds/keys';
import { announceOperation } from '../operations';
import { policyDisablesKeys } from '../policies/policies';
import { readTags } from '../tags';

/** The account of a PUT in its initial state. */
function toAccount(wanted: WantedAccount): SimAccount {
  const { call, name, body, location, tags } = wanted;
  const { state, subscription, group, principal, request } = call;
  const properties = body.properties ?? {};
  const now = nowOf(state);
  return {
    subscriptionId: subscription.subscriptionId,
    groupName: group.name,
    name,
    location,
    kind: body.kind ?? 'OpenAI',
    skuName: body.sku?.name ?? 'S0',
    tags,
    identity: body.identity,
    customSubDomainName: properties.customSubDomainName?.toLowerCase(),
    publicNetworkAccess: properties.publicNetworkAccess ?? 'Enabled',
    networkAcls: toNetworkAcls(properties.networkAcls),
    disableLocalAuth: properties.disableLocalAuth === true || policyDisablesKeys(subscription),
    allowProjectManagement: properties.allowProjectManagement ?? false,
    keys: { key1: makeKey(), key2: makeKey() },
    createdAt: now,
    createdBy: principalName(principal),
    readyAt: now + state.delays.accountMs,
    failure: request.failOperation,
    operationId: randomUUID(),
    etag: makeEtag(),
    locks: [],
    deployments: [],
  };
}

/** A PUT says all of the account: what its body leaves out goes, others' network rules and tags among it. */
function replace(account: SimAccount, { body, tags }: WantedAccount): void {
  const { properties = {}, kind, identity } = body;
  account.tags = tags;
  account.kind = kind ?? account.kind;
  account.identity = identity;
  account.customSubDomainName ??= properties.customSubDomainName?.toLowerCase();
  account.publicNetworkAccess = properties.publicNetworkAccess ?? 'Enabled';
  account.networkAcls = toNetworkAcls(properties.networkAcls);
  account.disableLocalAuth = properties.disableLocalAuth === true;
  account.etag = makeEtag();
}

/** A PATCH changes what its body says; a list or a tag set in it is the whole of it. */
function change(account: SimAccount, wanted: Pick<WantedAccount, 'body'>, tags: unknown): void {
  const { properties = {}, kind, identity } = wanted.body;
  const read = readTags(tags);
  if (tags !== undefined && !('status' in read)) account.tags = read.tags;
  account.kind = kind ?? account.kind;
  account.identity = identity ?? account.identity;
  account.customSubDomainName ??= properties.customSubDomainName?.toLowerCase();
  account.publicNetworkAccess = properties.publicNetworkAccess ?? account.publicNetworkAccess;
  account.networkAcls = toNetworkAcls(properties.networkAcls) ?? account.networkAcls;
  account.disableLocalAuth = properties.disableLocalAuth ?? account.disableLocalAuth;
  account.etag = makeEtag();
}

function restore({ call, softDeleted }: WantedAccount): Reply {
  const { state, cloud } = call;
  if (!softDeleted)
    return armError(400, 'BadRequest', 'There is no soft-deleted resource to restore.');
  softDeleted.deletedAt = undefined;
  softDeleted.createdAt = nowOf(state);
  softDeleted.readyAt = nowOf(state) + state.delays.accountMs;
  return {
    status: 201,
    json: accountJson(state, cloud, softDeleted, 'Creating'),
    headers: announceOperation(call, softDeleted),
  };
}

function create(wanted: WantedAccount): Reply {
  const { state, cloud } = wanted.call;
  const account = toAccount(wanted);
  state.world.accounts.push(account);
  return {
    status: 201,
    json: accountJson(state, cloud, account, 'Creating'),
    headers: { etag: account.etag, ...announceOperation(wanted.call, account) },
  };
}

/** An account whose creation failed leaves nothing behind. */
const discard = (state: SimulatorState, failed: SimAccount): void => {
  state.world.accounts = state.world.accounts.filter((account) => account !== failed);
};

export function putAccount(call: GroupCall): Reply {
  const { state, cloud, params, request } = call;
  const raw = parseObject(request.body);
  if (!raw) return refusals.badContent('The body is no JSON object');
  const location = textOf(raw.location);
  if (location === undefined) return refusals.locationMissing();
  const parsed = v.safeParse(accountBodySchema, raw);
  if (!parsed.success) return refusals.badContent(explain(parsed.issues));
  const tags = readTags(raw.tags);
  if ('status' in tags) return tags.refusal;
  const name = param(params, 'account');
  const wanted: WantedAccount = {
    ...accountsNamed(call, name),
    call,
    name,
    body: parsed.output,
    location,
    tags: tags.tags,
  };
  const refusal = firstRefusal(accountRules, wanted);
  if (refusal) return refusal;
  if (wanted.existing?.failure) discard(state, wanted.existing);
  if (!wanted.existing || wanted.existing.failure)
    return parsed.output.properties?.restore === true ? restore(wanted) : create(wanted);
  replace(wanted.existing, wanted);
  return ok(accountJson(state, cloud, wanted.existing), { etag: wanted.existing.etag });
}

export function patchAccount(call: AccountCall): Reply {
  const { state, cloud, account, request } = call;
  const raw = parseObject(request.body);
  const parsed = v.safeParse(accountBodySchema, raw);
  if (!raw || !parsed.success) return refusals.badContent('The body does not fit the schema');
  if (isBusy(state, account)) return refusals.notTerminal(accountId(account));
  change(account, { body: parsed.output }, raw.tags);
  return ok(accountJson(state, cloud, account), { etag: account.etag });
}

export const getAccount = ({ state, cloud, account }: AccountCall): Reply =>
  ok(accountJson(state, cloud, account), { etag: account.etag });

const accountRead = 'Microsoft.CognitiveServices/accounts/read';

/** All accounts of the subscription that the caller can read, of every kind. */
export const listAccounts = ({ state, cloud, subscription, principal }: SubscriptionCall): Reply =>
  ok({
    value: liveAccounts(state, subscription.subscriptionId)
      .filter((account) => mayDo(principal, accountRead, accountId(account)))
      .map((account) => accountJson(state, cloud, account)),
  });

export const listGroupAccounts = ({ state, cloud, group, principal }: GroupCall): Reply =>
  ok({
    value: liveAccounts(state, group.subscriptionId)
      .filter(({ groupName }) => sameName(groupName, group.name))
      .filter((account) => mayDo(principal, accountRead, accountId(account)))
      .map((account) => accountJson(state, cloud, account)),
  });

/** Deployments as ARM knows them: the one that was deleted last is believed to be there for a while. */
const nestedIn = (state: SimulatorState, account: SimAccount): string[] => {
  const { deployments, nestedUntil = 0, lastDeleted = '' } = account;
  const names = deployments.map(({ name }) => name);
  return names.length === 0 && nowOf(state) < nestedUntil ? [lastDeleted] : names;
};

/** Into the bin, at once; 204 when there was nothing. */
export function deleteAccount(call: GroupCall): Reply {
  const { state } = call;
  const { existing } = accountsNamed(call, param(call.params, 'account'));
  if (!existing) return { status: 204 };
  if (isBusy(state, existing)) return refusals.notTerminal(accountId(existing));
  const nested = nestedIn(state, existing);
  if (nested.length > 0)
    return armError(
      409,
      'CannotDeleteResource',
      `Cannot delete resource while nested resources exist. Some existing nested resource IDs include: '${nested
        .map((name) => `Microsoft.CognitiveServices/accounts/${existing.name}/deployments/${name}`)
        .join(', ')}'. Please delete all nested resources before deleting this resource.`,
    );
  if (existing.failure) {
    discard(state, existing);
    return { status: 200 };
  }
  existing.deletedAt = nowOf(state);
  forgetAssignments(state, accountId(existing));
  return { status: 200 };
}

/** Keys and deployments are only there once the account is. */
export const stateRefusal = ({ state, account }: AccountCall): Reply | undefined => {
  const shown = accountState(state, account);
  return shown === 'Succeeded'
    ? undefined
    : armError(
        409,
        'AccountProvisioningStateInvalid',
        `Call to Microsoft.CognitiveServices/accounts failed. Error message: The account '${account.name}' is in state '${shown}'; this operation requires the account to be in state 'Succeeded'.`,
      );
};

export function listKeys(call: AccountCall): Reply {
  if (call.account.disableLocalAuth)
    return armError(400, 'BadRequest', 'Failed to list key. disableLocalAuth is set to be true');
  return stateRefusal(call) ?? ok(call.account.keys);
}
