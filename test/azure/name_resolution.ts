import type { DataFamily, Host } from './hosts';
import { findRegion } from './catalogue/regions';
import { nowOf, type SimulatorState } from './state';
import type { SimAccount } from './worlds/world';

/** The families of host names that an account of this kind is reachable under. */
const familiesOf = (kind: string): readonly DataFamily[] => {
  if (kind === 'OpenAI') return ['openAi'];
  return kind === 'AIServices' ? ['openAi', 'cognitive', 'foundry'] : ['cognitive'];
};

const cloudOf = (state: SimulatorState, account: SimAccount) => {
  const subscription = state.world.subscriptions.find(
    ({ subscriptionId }) => subscriptionId === account.subscriptionId,
  );
  return state.world.tenants.find(({ tenantId }) => tenantId === subscription?.tenantId)?.cloud;
};

/** The account behind a data-plane host name, as soon as the name is known to DNS. */
export function accountBehind(state: SimulatorState, host: Host): SimAccount | undefined {
  if (host.role !== 'data' || host.family === 'regional') return undefined;
  return state.world.accounts.find(
    (account) =>
      account.customSubDomainName?.toLowerCase() === host.label &&
      familiesOf(account.kind).includes(host.family) &&
      cloudOf(state, account) === host.cloud &&
      account.deletedAt === undefined &&
      account.failure === undefined &&
      account.readyAt + state.delays.dnsMs <= nowOf(state),
  );
}

/** True if DNS knows the name. Sign-in and management hosts always resolve, the price list unless the world has none. */
export function resolves(state: SimulatorState, host: Host): boolean {
  if (host.role === 'prices') return state.world.prices !== 'unreachable';
  if (host.role !== 'data') return true;
  if (host.family === 'regional')
    return findRegion(host.cloud, host.label, state.world) !== undefined;
  return accountBehind(state, host) !== undefined;
}
