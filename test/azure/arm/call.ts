import { cloudNames, type Cloud } from '../hosts';
import type { Reply, SimRequest } from '../http/message';
import type { PathParams } from '../http/path';
import type { SimulatorState } from '../state';
import type { Principal, SimAccount, SimGroup, SimSubscription } from '../worlds/world';

/** An authenticated request to ARM. */
export interface TenantCall {
  state: SimulatorState;
  cloud: Cloud;
  request: SimRequest;
  params: PathParams;
  principal: Principal;
  /** Directory of the token. */
  tenantId: string;
  /** Authentication contexts that the sign-in satisfied. */
  acrs: readonly string[];
}
export interface SubscriptionCall extends TenantCall {
  subscription: SimSubscription;
}
export interface GroupCall extends SubscriptionCall {
  group: SimGroup;
}
export interface AccountCall extends GroupCall {
  account: SimAccount;
}

type Handler<Call> = (call: Call) => Reply | Promise<Reply>;

interface RouteBase {
  method: string;
  path: string;
  /**
   * The permission it needs. Checked at the subscription for subscription routes, at the resource for the
   * others. Absent: the handler answers only what the caller can see.
   */
  action?: string;
  /** Belongs to Cognitive Services: the provider has to be registered for writes. */
  ofProvider?: boolean;
}

/** A route says how deep in Azure's tree it works; the gateway finds what it names on the way there. */
export type ArmRoute =
  | (RouteBase & { level: 'tenant'; handle: Handler<TenantCall> })
  | (RouteBase & { level: 'subscription'; handle: Handler<SubscriptionCall> })
  | (RouteBase & { level: 'group'; handle: Handler<GroupCall> })
  | (RouteBase & { level: 'account'; handle: Handler<AccountCall> });

export const armOrigin = (cloud: Cloud): string => `https://${cloudNames[cloud].arm}`;

export const subscriptionId = ({ subscriptionId: id }: { subscriptionId: string }): string =>
  `/subscriptions/${id}`;
export const groupId = (group: { subscriptionId: string; name: string }): string =>
  `${subscriptionId(group)}/resourceGroups/${group.name}`;
export const accountId = (account: {
  subscriptionId: string;
  groupName: string;
  name: string;
}): string =>
  `${subscriptionId(account)}/resourceGroups/${account.groupName}/providers/Microsoft.CognitiveServices/accounts/${account.name}`;

export const sameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

/** Live accounts, the binned ones left out. */
export const liveAccounts = (state: SimulatorState, id: string): SimAccount[] =>
  state.world.accounts.filter(
    (account) => account.subscriptionId === id && account.deletedAt === undefined,
  );

export const principalName = (principal: Principal): string =>
  principal.kind === 'user' ? principal.upn : principal.clientId;
