import {
  findModel,
  modelsIn,
  offersIn,
  usageNameOf,
  usageRowName,
  usageWords,
} from '../../../catalogue/lookup';
import { normalLocation } from '../../../catalogue/regions';
import { ok, type Reply } from '../../../http/message';
import { param } from '../../../http/path';
import type { SimulatorState } from '../../../state';
import type { SimDeployment, SimSubscription } from '../../../worlds/world';
import type { SubscriptionCall } from '../../call';
import { locationRefusal } from '../../locations';

interface UsageRow {
  /** As the models list spells it. */
  usageName: string;
  words: string;
  used: number;
  limit: number;
}

const lookUp = (
  table: Readonly<Record<string, number>>,
  region: string,
  usageName: string,
): number | undefined => {
  const name = usageName.toLowerCase();
  return table[`${region}/${name}`] ?? table[name];
};

const countsAgainst = ({ model, sku }: SimDeployment): string => {
  const known = findModel(model);
  return known ? usageNameOf(known, sku.name) : '';
};

/** Capacity of all deployments of the region in this row, those of binned accounts included. */
const deployed = (
  state: SimulatorState,
  subscription: SimSubscription,
  region: string,
  usageName: string,
): number =>
  state.world.accounts
    .filter(
      (account) =>
        account.subscriptionId === subscription.subscriptionId &&
        normalLocation(account.location) === region,
    )
    .flatMap(({ deployments }) => deployments)
    .filter((deployment) => countsAgainst(deployment) === usageName)
    .reduce((sum, { sku }) => sum + sku.capacity, 0);

/** Current quota of one model and deployment type in a region. */
export function usageRow(
  state: SimulatorState,
  subscription: SimSubscription,
  region: string,
  of: { model: { format: string; name: string }; sku: string },
): UsageRow {
  const { quota } = subscription;
  const usageName = usageNameOf(of.model, of.sku);
  return {
    usageName,
    words: usageWords(of.model, of.sku),
    used:
      deployed(state, subscription, region, usageName) +
      (lookUp(quota.used, region, usageName) ?? 0),
    limit: lookUp(quota.limits, region, usageName) ?? quota.limit,
  };
}

const accountLimits = { OpenAI: 30, AIServices: 100 } as const;
type CountedKind = keyof typeof accountLimits;

export const isCountedKind = (kind: string): kind is CountedKind =>
  Object.hasOwn(accountLimits, kind);

/** How many accounts of a kind the region takes, those in the bin included. */
export function accountRow(
  state: SimulatorState,
  subscription: SimSubscription,
  region: string,
  kind: CountedKind,
): UsageRow {
  const { quota } = subscription;
  const usageName = `${kind}.S0.AccountCount`;
  const accounts = state.world.accounts.filter(
    (account) =>
      account.subscriptionId === subscription.subscriptionId &&
      account.kind === kind &&
      normalLocation(account.location) === region,
  );
  return {
    usageName,
    words: `Number of ${kind} accounts`,
    used: accounts.length + (lookUp(quota.used, region, usageName) ?? 0),
    limit: lookUp(quota.limits, region, usageName) ?? accountLimits[kind],
  };
}

/** Maximum number of accounts of any kind in the region, including deleted accounts. */
export function totalRow(
  state: SimulatorState,
  subscription: SimSubscription,
  region: string,
): UsageRow {
  const { quota } = subscription;
  const usageName = 'AccountCount';
  const accounts = state.world.accounts.filter(
    (account) =>
      account.subscriptionId === subscription.subscriptionId &&
      normalLocation(account.location) === region,
  );
  return {
    usageName,
    words: 'Number of accounts in the region',
    used: accounts.length + (lookUp(quota.used, region, usageName) ?? 0),
    limit: lookUp(quota.limits, region, usageName) ?? 200,
  };
}

const rowJson = ({ usageName, words, used, limit }: UsageRow) => ({
  name: { value: usageRowName(usageName), localizedValue: words },
  currentValue: used,
  limit,
  unit: 'Count',
});

/** The quota rows of a region: one for each model and type on offer, and the number of accounts. */
export function listUsages(call: SubscriptionCall): Reply {
  const refusal = locationRefusal(call);
  if (refusal) return refusal;
  const { state, subscription, params } = call;
  const region = normalLocation(param(params, 'location'));
  const rows = new Map<string, UsageRow>();
  const listed = modelsIn(region).filter(
    ({ name }) => subscription.quota.unlisted?.includes(name) !== true,
  );
  for (const model of listed)
    for (const { sku } of offersIn(model, region)) {
      const row = usageRow(state, subscription, region, { model, sku });
      rows.set(row.usageName, row);
    }
  const counts = (['OpenAI', 'AIServices'] as const).map((kind) =>
    accountRow(state, subscription, region, kind),
  );
  const total = totalRow(state, subscription, region);
  return ok({ value: [...rows.values(), ...counts, total].map(rowJson) });
}
