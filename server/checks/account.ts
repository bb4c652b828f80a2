import { accountOf } from '../steps/account';
import { adoptable } from './fixes';
import { fail, warn, type AzureCheck, type AzureCheckContext } from './check';

/** The quota row that counts OpenAI accounts in a region (30 by default). */
const accountCount = 'openai.s0.accountcount';

async function limitReached(context: AzureCheckContext) {
  const { request, azure } = context;
  const { subscriptionId, location } = request;
  const usages = await azure.usages(subscriptionId, location).catch(() => []);
  const row = usages.find(({ name }) => name === accountCount);
  if (!row || row.used < row.limit) return [];
  const detail = { limit: row.limit, used: row.used, location };
  const problem = { code: 'account_limit_reached', field: 'location', detail } as const;
  return [fail(problem, ...(await adoptable(context)))];
}

/** An account that is there must be at rest; a new one needs room in the region. */
export const account: AzureCheck = {
  id: 'account',
  about: 'azure',
  unverified: 'azure_error',
  async run(context) {
    const { request, azure } = context;
    const found = await azure.account(accountOf(request));
    if (!found) return limitReached(context);
    const atRest = ['Succeeded', 'Failed', 'Canceled', 'Disabled'].includes(found.state);
    if (atRest) return [];
    const detail = { name: found.accountName, state: found.state };
    return [warn({ code: 'account_busy', field: 'accountName', detail })];
  },
};
