import {
  problemWith,
  SetupError,
  valuesOf,
  withDetail,
  type Problem,
} from '../../../common/problem';
import type { Account } from '../azure/azure';
import type { Refusal } from '../targets/target';
import type { Applied, StepContext } from './step';

/** The cause of an HTTP 403, from the account's settings. */
function refusalCause(account: Account | undefined, usesKey: boolean) {
  if (!account) return 'resource_not_found';
  if (usesKey && account.keysDisabled) return 'keys_disabled';
  if (account.networkAccess === 'disabled') return 'public_access_disabled';
  return account.networkAccess === 'selected' ? 'network_rules_block' : 'network_refused';
}

/** Network rules take time to take effect, so a refusal can be temporary. */
const canBeTemporary = ({ networkAccess, ipRules }: Account): boolean =>
  networkAccess === 'all' || (networkAccess === 'selected' && ipRules.length > 0);

async function networkRefusal(context: StepContext, problem: Problem): Promise<Applied> {
  const { accountName: name, resourceGroup, authentication } = context.request;
  const account = await context.azure.account(context.request);
  const code = refusalCause(account, authentication === 'api_key');
  const { azure } = problem;
  const named = withDetail(problemWith(code, { field: 'accountName', azure }), {
    ...valuesOf(problem),
    name,
    resourceGroup,
  });
  if (account && code !== 'keys_disabled' && canBeTemporary(account)) return { waiting: named };
  throw new SetupError(named);
}

/** Does not wait for a deployment that does not exist. */
async function whilePropagating(
  { azure, request }: StepContext,
  problem: Problem,
): Promise<Applied> {
  if (problem.code === 'deployment_not_found') {
    const { deploymentName: name } = request;
    const found = await azure.deployment(request);
    if (!found) throw new SetupError({ ...problem, code: 'resource_not_found', detail: { name } });
  }
  return { waiting: problem };
}

/** Handles a refusal of the endpoint: waits, or throws the problem. */
export async function afterRefusal(
  context: StepContext,
  { status, problem }: Refusal,
): Promise<Applied> {
  switch (status) {
    case 'propagating':
      return whilePropagating(context, problem);
    case 'refused_network':
      return networkRefusal(context, problem);
    case 'failed':
      throw new SetupError(problem);
  }
}
