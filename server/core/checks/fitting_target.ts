import { endpointOf } from '../../../common/endpoint';
import { hostOf } from '../../../common/host_of';
import { targetChoice } from '../../../common/target_choice';
import { readTargetFacts } from '../targets/target_facts';
import { cloudOf } from '../azure/clouds';
import type { Remedy } from './check';

/** The kind of target that suits the request, where the one that the person chose does not. */
export const fittingTarget: Remedy = async ({ request, azure, targets, kibanaVersion }) => {
  const account = await azure.account(request);
  const url = endpointOf(request, azure.openAiSuffix, account);
  const { preselected: target, refusals } = targetChoice({
    ...(await readTargetFacts(targets, kibanaVersion)),
    ...request,
    cloud: cloudOf(azure.openAiSuffix),
    endpointHost: url && hostOf(url),
    openAiSuffix: azure.openAiSuffix,
    keysDisabled: account?.keysDisabled,
  });
  if (target === request.target || refusals[target].length > 0) return [];
  return [{ code: 'use_target', change: { target } }];
};
