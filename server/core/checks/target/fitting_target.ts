import type { SetupRequest } from '../../../../common/setup_request';
import {
  keyedConnector,
  targetAdvice,
  type TargetAdvice,
} from '../../../../common/targets/target_choice';
import { readTargetFacts } from '../../targets/target_facts';
import type { CheckContext, Remedy } from '../check';

async function adviceInput({
  request,
  azure,
  targets,
  kibanaVersion,
  readiness,
}: CheckContext): Promise<Parameters<typeof targetAdvice>> {
  const [account, facts] = await Promise.all([
    azure.account(request),
    readTargetFacts(targets, kibanaVersion, readiness),
  ]);
  return [facts, azure, request, account];
}

/** The possible targets of the request, with other values if given. */
export async function adviceFor(
  context: CheckContext,
  change?: Partial<SetupRequest>,
): Promise<TargetAdvice> {
  const request = { ...context.request, ...change };
  return targetAdvice(...(await adviceInput({ ...context, request })));
}

/** Fix: the recommended target, if the chosen one is not possible. */
export const fittingTarget: Remedy = async (context) => {
  const input = await adviceInput(context);
  const { preselected: target, refusals } = targetAdvice(...input);
  const change = refusals[target].length === 0 ? { target } : keyedConnector(...input);
  const isOther = change && change.target !== context.request.target;
  return isOther ? [{ code: 'use_target', change }] : [];
};
