import { unlessSetupError } from '../../../../common/problem';
import type { AccountKind } from '../../../../common/setup_request';
import type { Usage } from '../../azure/azure';
import { adoptable, otherRegions } from '../fixes';
import { failUnlessRemedy, warn, type Check, type CheckContext, type Remedy } from '../check';

/** The quota rows for accounts of a kind in a region; 30 and 100 by default. */
const accountCounts = {
  OpenAI: 'openai.s0.accountcount',
  AIServices: 'aiservices.s0.accountcount',
} as const satisfies Record<AccountKind, string>;

/** The quota row for accounts of all kinds; 200 by default. */
const totalCount = 'accountcount';

const rowsFor = (kind: AccountKind, usages: readonly Usage[]): Usage[] =>
  usages.filter(({ name }) => name === accountCounts[kind] || name === totalCount);

async function hasRoom({ request, azure }: CheckContext, location: string): Promise<boolean> {
  const usages = await unlessSetupError(azure.usages(request.subscriptionId, location));
  const rows = rowsFor(request.kind, usages ?? []);
  return rows.length > 0 && rows.every(({ used, limit }) => used < limit);
}

const roomElsewhere: Remedy = async (context) => {
  const [elsewhere] = await otherRegions(context);
  const isRoomy = elsewhere && (await hasRoom(context, elsewhere.change.location ?? ''));
  return isRoomy ? [elsewhere] : [];
};

async function limitReached(context: CheckContext) {
  const { request, azure } = context;
  const { subscriptionId, location } = request;
  const usages = await azure.usages(subscriptionId, location);
  const row = rowsFor(request.kind, usages).find(({ used, limit }) => used >= limit);
  if (!row) return [];
  const detail = { limit: row.limit, used: row.used, location };
  const problem = { code: 'account_limit_reached', field: 'location', detail } as const;
  return [failUnlessRemedy(problem, adoptable, roomElsewhere)];
}

/** An existing account must be provisioned; a new one must fit within the limits of the region. */
export const account: Check = {
  id: 'account',
  unverified: 'quota_unreadable',
  async run(context) {
    const { request, azure } = context;
    const found = await azure.account(request);
    // A deleted account already counts, so restoring or purging it needs no additional quota.
    const replaces =
      request.onDeletedAccount !== undefined &&
      (await azure.deletedAccount(request, request.location)) !== undefined;
    if (!found) return replaces ? [] : limitReached(context);
    const isSettled = ['Succeeded', 'Failed', 'Canceled', 'Disabled'].includes(found.state);
    if (isSettled) return [];
    const detail = { name: found.accountName, state: found.state };
    return [warn({ code: 'account_busy', field: 'accountName', detail })];
  },
};
