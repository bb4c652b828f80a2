import type { CheckId, Fix, OpenVerdict, Verdict } from '../../../common/check';
import { isEqual } from '../../../common/values/json';
import {
  grantFor,
  joined,
  missingPermission,
  settlesAlso,
} from '../../../common/azure/missing_permission';
import { valuesOf, withDetail, type Problem } from '../../../common/problem';

/** An open verdict, and the other checks with the same remedy. */
export type OpenGroup = OpenVerdict & { also?: readonly CheckId[] };
export type VerdictGroup = OpenGroup | Extract<Verdict, { status: 'pass' }>;

/** True if both have the same text, which depends on code, field and detail. The texts themselves are lazy-loaded. */
const isSame = (one: Problem, other: Problem): boolean =>
  one.code === other.code && one.field === other.field && isEqual(one.detail, other.detail);

/** True if the remedy of one problem also solves the other. */
const settles = (one: Problem, other: Problem): boolean =>
  isSame(one, other) || settlesAlso(one, other);

/** The problems without those that have the same remedy. */
export const byOneRemedy = (problems: readonly Problem[]): Problem[] =>
  problems.filter(
    (one, index) =>
      !problems.some(
        (other, i) => i !== index && settles(other, one) && (i < index || !settles(one, other)),
      ),
  );

/** One problem for two missing permissions, at the outer scope; undefined if no scope contains the other. */
function asOne(one: Problem, other: Problem): Problem | undefined {
  const [first, second] = [missingPermission(one), missingPermission(other)];
  const both = first && second && joined(first, second);
  if (!both) return undefined;
  const { principal, principalName, principalType } = { ...valuesOf(other), ...valuesOf(one) };
  return withDetail(
    { code: 'authorization_failed' },
    { action: both.actions.join(', '), scope: both.scope, principal, principalName, principalType },
  );
}

/** One problem for two hosts that fail in the same way; undefined if anything else differs. */
function ofBothHosts(one: Problem, other: Problem): Problem | undefined {
  const [first, second] = [valuesOf(one).host, valuesOf(other).host];
  if (first === undefined || second === undefined) return undefined;
  const isSameFailure = isSame(withDetail(one, { host: second }), other);
  return isSameFailure ? withDetail(one, { host: `${first}, ${second}` }) : undefined;
}

/** Each fix once. */
function fixesOf(verdicts: readonly OpenVerdict[]): { fixes?: Fix[] } {
  const all = verdicts.flatMap(({ fixes = [] }) => fixes);
  const fixes = all.filter((fix, i) => all.findIndex((other) => isEqual(fix, other)) === i);
  return fixes.length > 0 ? { fixes } : {};
}

/** Merges two verdicts into one problem and keeps the other check. */
function merged(one: OpenGroup, other: OpenGroup, problem: Problem): OpenGroup {
  const checks = new Set([...(one.also ?? []), other.check, ...(other.also ?? [])]);
  checks.delete(one.check);
  const also = checks.size > 0 && { also: [...checks] };
  if (one.status === 'unverified') return { ...one, problem, ...also };
  const { check, status } = one;
  return { check, status, problem, ...also, ...fixesOf([one, other]) };
}

/** One group if one remedy solves both, else undefined. The group has the higher severity. */
function inOne(one: OpenGroup, other: OpenGroup): OpenGroup | undefined {
  const isSameCheck = one.check === other.check && one.status === other.status;
  if (isSameCheck && isSame(one.problem, other.problem)) return merged(one, other, one.problem);
  const unreached = isSameCheck && ofBothHosts(one.problem, other.problem);
  if (unreached) return merged(one, other, unreached);
  const problem = asOne(one.problem, other.problem);
  if (!problem || !(isSameCheck || grantFor(problem))) return undefined;
  if (one.status === 'unverified') {
    return settlesEither(one.problem, other.problem) ? merged(one, other, problem) : undefined;
  }
  // Missing permissions block, so one wider role is simpler.
  if (one.status === 'fail' && other.status === 'fail') {
    if (isRefusal(one)) return merged(one, other, problem);
    return isRefusal(other) ? merged(other, one, problem) : undefined;
  }
  return isRefusal(one) && other.status === 'unverified' && settlesAlso(one.problem, other.problem)
    ? merged(one, other, problem)
    : undefined;
}

const isRefusal = ({ problem }: OpenVerdict): boolean => problem.code === 'authorization_failed';

const settlesEither = (one: Problem, other: Problem): boolean =>
  settlesAlso(one, other) || settlesAlso(other, one);

const severity: Record<OpenVerdict['status'], number> = { fail: 0, warn: 1, unverified: 2 };

/** Groups verdicts by remedy, for example three missing permissions that one role grants. */
export function byRemedy(verdicts: readonly VerdictGroup[]): VerdictGroup[] {
  const open = verdicts.filter((verdict) => verdict.status !== 'pass');
  const groups: OpenGroup[] = [];
  for (const verdict of [...open].sort((a, b) => severity[a.status] - severity[b.status])) {
    const found = groups.map((group) => inOne(group, verdict));
    const index = found.findIndex((group) => group !== undefined);
    const group = found[index];
    if (group) groups[index] = group;
    else groups.push(verdict);
  }
  return [...verdicts.filter(({ status }) => status === 'pass'), ...groups];
}
