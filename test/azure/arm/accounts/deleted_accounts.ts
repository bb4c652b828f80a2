import { normalLocation } from '../../catalogue/regions';
import { ok, type Reply } from '../../http/message';
import { param } from '../../http/path';
import { nowOf, type SimulatorState } from '../../state';
import type { SimAccount } from '../../worlds/world';
import { accountJson } from './account_state';
import { armError } from '../arm_error';
import { sameName, subscriptionId, type SubscriptionCall } from '../call';

/** How long Azure keeps a deleted account, with its name and its quota. */
const softDeleteRetentionMs = 48 * 60 * 60 * 1_000;

/** Accounts whose time in the bin is over are gone. */
export function settleBin(state: SimulatorState): void {
  const now = nowOf(state);
  state.world.accounts = state.world.accounts.filter(
    ({ deletedAt }) => deletedAt === undefined || deletedAt + softDeleteRetentionMs > now,
  );
}

const binOf = ({ state, subscription }: SubscriptionCall): SimAccount[] =>
  state.world.accounts.filter(
    (account) =>
      account.subscriptionId === subscription.subscriptionId && account.deletedAt !== undefined,
  );

const deletedJson = (call: SubscriptionCall, account: SimAccount) => {
  const { properties, ...resource } = accountJson(call.state, call.cloud, account);
  const deletedAt = account.deletedAt ?? 0;
  return {
    ...resource,
    id: `${subscriptionId(call.subscription)}/providers/Microsoft.CognitiveServices/locations/${normalLocation(account.location)}/resourceGroups/${account.groupName}/deletedAccounts/${account.name}`,
    type: 'Microsoft.CognitiveServices/deletedAccounts',
    properties: {
      ...properties,
      deletionDate: new Date(deletedAt).toISOString(),
      scheduledPurgeDate: new Date(deletedAt + softDeleteRetentionMs).toISOString(),
    },
  };
};

export const listDeleted = (call: SubscriptionCall): Reply =>
  ok({ value: binOf(call).map((account) => deletedJson(call, account)) });

const findDeleted = (call: SubscriptionCall): SimAccount | undefined =>
  binOf(call).find(
    (account) =>
      normalLocation(account.location) === normalLocation(param(call.params, 'location')) &&
      sameName(account.groupName, param(call.params, 'group')) &&
      sameName(account.name, param(call.params, 'account')),
  );

export function getDeleted(call: SubscriptionCall): Reply {
  const account = findDeleted(call);
  return account
    ? ok(deletedJson(call, account))
    : armError(
        404,
        'ResourceNotFound',
        `The Resource 'Microsoft.CognitiveServices/deletedAccounts/${param(call.params, 'account')}' was not found.`,
      );
}

/** For good: the name and the quota are free at once. */
export function purge(call: SubscriptionCall): Reply {
  const account = findDeleted(call);
  if (!account) return { status: 204 };
  call.state.world.accounts = call.state.world.accounts.filter((other) => other !== account);
  return { status: 200 };
}
