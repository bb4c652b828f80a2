import { problemWith, withDetail, valuesOf, type Problem } from '../../../../common/problem';
import { keylessRefusal } from '../../../../common/targets/target_choice';
import { keylessValues } from '../../../../common/targets/targets';
import type { KeylessRefusal } from '../../../../common/targets/target_reasons';
import { readTargetFacts } from '../../targets/target_facts';
import type { CheckContext, Remedy } from '../check';
import { adopt, otherName } from '../fixes';

/** Why this Kibana cannot do without keys; undefined if it can. */
async function refusalIn({
  azure,
  targets,
  kibanaVersion,
  readiness,
}: CheckContext): Promise<KeylessRefusal | undefined> {
  const facts = await readTargetFacts(targets, kibanaVersion, readiness);
  return keylessRefusal({ ...facts, cloud: azure.cloud });
}

/** The problem of an account that accepts no keys, with the reason why this Kibana needs one. */
export async function explained(problem: Problem, context: CheckContext): Promise<Problem> {
  if (problem.code !== 'keys_disabled') return problem;
  const refusal = await refusalIn(context);
  if (!refusal) return problem;
  const { kibanaVersion: version } = context;
  return withDetail(problemWith(problem.code), { ...valuesOf(problem), refusal, version });
}

/** The same account through an inference endpoint that signs in with Microsoft Entra ID. */
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
