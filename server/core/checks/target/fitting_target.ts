import { targetAdvice } from '../../../../common/targets/target_choice';
import { readTargetFacts } from '../../targets/target_facts';
import type { Remedy } from '../check';

/** Fix: the recommended target, if the chosen one is not possible. */
export const fittingTarget: Remedy = async ({
  request,
  azure,
  targets,
  kibanaVersion,
  readiness,
}) => {
  const [account, facts] = await Promise.all([
    azure.account(request),
    readTargetFacts(targets, kibanaVersion, readiness),
  ]);
  const { preselected: target, refusals } = targetAdvice(facts, azure, request, account);
  if (target === request.target || refusals[target].length > 0) return [];
  return [{ code: 'use_target', change: { target } }];
};
