import type { SetupRequest } from '../../../../common/setup_request';
import { targetAdvice, type TargetAdvice } from '../../../../common/targets/target_choice';
import { readTargetFacts } from '../../targets/target_facts';
import type { CheckContext, Remedy } from '../check';

/** The possible targets of the request, with other values if given. */
export async function adviceFor(
  { request, azure, targets, kibanaVersion, readiness }: CheckContext,
  change?: Partial<SetupRequest>,
): Promise<TargetAdvice> {
  const [account, facts] = await Promise.all([
    azure.account(request),
    readTargetFacts(targets, kibanaVersion, readiness),
  ]);
  return targetAdvice(facts, azure, { ...request, ...change }, account);
}

/** Fix: the recommended target, if the chosen one is not possible. */
export const fittingTarget: Remedy = async (context) => {
  const { request } = context;
  const { preselected: target, refusals } = await adviceFor(context);
  if (target === request.target || refusals[target].length > 0) return [];
  return [{ code: 'use_target', change: { target } }];
};
