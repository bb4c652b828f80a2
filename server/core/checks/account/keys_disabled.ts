import {
  problemWith,
  withDetail,
  valuesOf,
  type Problem,
  type ProblemCode,
} from '../../../../common/problem';
import { keylessValues } from '../../../../common/targets/targets';
import type { TargetReason } from '../../../../common/targets/target_reasons';
import type { CheckContext, Remedy } from '../check';
import { adopt, otherName } from '../fixes';
import { adviceFor } from '../target/fitting_target';

/** Why this Kibana requires keys for this person; undefined if it does not. */
async function refusalIn(context: CheckContext): Promise<TargetReason | undefined> {
  const { refusals } = await adviceFor(context, keylessValues);
  return refusals[keylessValues.target][0];
}

const needKeys: ReadonlySet<ProblemCode> = new Set(['keys_disabled', 'policy_denies_keys']);

/** The problem of disabled keys, with the reason why this Kibana requires them. */
export async function explained(problem: Problem, context: CheckContext): Promise<Problem> {
  if (!needKeys.has(problem.code)) return problem;
  const refusal = await refusalIn(context);
  if (!refusal) return problem;
  const { kibanaVersion: version } = context;
  return withDetail(problemWith(problem.code), { ...valuesOf(problem), refusal, version });
}

/** An inference endpoint that signs in with Microsoft Entra ID. */
export const withoutKeys: Remedy = async (context) =>
  (await refusalIn(context)) ? [] : [{ code: 'use_no_keys', change: keylessValues }];

/** Another account of the same region and kind that accepts keys. */
export const accountWithKeys: Remedy = async ({ azure, request }) => {
  const accounts = await azure.accounts(request.subscriptionId);
  return accounts
    .filter(({ location, kind }) => location === request.location && kind === request.kind)
    .flatMap((account) => adopt(account))
    .slice(0, 1);
};

export const newAccount: Remedy = async (context) =>
  (await otherName(context)).map((fix) => ({ ...fix, code: 'use_new_account' }));
