import type { Fix, OpenVerdict, Verdict } from '../../common/check';
import { isEqual } from '../../common/json';
import { withDetail, type Problem } from '../../common/problem';

interface Permission {
  action: string;
  scope: string;
}

function missingPermission({ problem }: OpenVerdict): Permission | undefined {
  if (problem.code !== 'authorization_failed') return undefined;
  const { action, scope } = problem.detail ?? {};
  return action === undefined || scope === undefined ? undefined : { action, scope };
}

/** True if a role at one scope also applies at the other. */
const covers = (outer: string, inner: string): boolean =>
  `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

/** True if both have the same text, which follows from code, field and detail. The texts themselves load later. */
export const isSame = (one: Problem, other: Problem): boolean =>
  one.code === other.code && one.field === other.field && isEqual(one.detail, other.detail);

/** Verdicts that one and the same remedy settles. */
const haveOneRemedy = (one: OpenVerdict, other: OpenVerdict): boolean => {
  if (one.check !== other.check || one.status !== other.status) return false;
  const [mine, theirs] = [missingPermission(one), missingPermission(other)];
  if (!mine || !theirs) return isSame(one.problem, other.problem);
  return covers(mine.scope, theirs.scope) || covers(theirs.scope, mine.scope);
};

/** The actions of all of them at the outermost scope: a role that allows them there is enough. */
function inOne(first: OpenVerdict, rest: readonly OpenVerdict[]): Problem {
  const all = [first, ...rest].flatMap((verdict) => missingPermission(verdict) ?? []);
  if (all.length === 0) return first.problem;
  const scope = all
    .map((one) => one.scope)
    .reduce((outer, one) => (covers(one, outer) ? one : outer));
  const actions = new Set(all.map((one) => one.action));
  return withDetail(first.problem, { action: [...actions].join(', '), scope });
}

/** Each fix once. */
function fixesOf(verdicts: readonly OpenVerdict[]): Fix[] {
  const all = verdicts.flatMap(({ fixes = [] }) => fixes);
  return all.filter((fix, index) => all.findIndex((other) => isEqual(fix, other)) === index);
}

function merge([first, ...rest]: readonly OpenVerdict[]): OpenVerdict[] {
  if (!first || rest.length === 0) return first ? [first] : [];
  const problem = inOne(first, rest);
  if (first.status === 'unverified') return [{ ...first, problem }];
  const { check, status } = first;
  const fixes = fixesOf([first, ...rest]);
  return [{ check, status, problem, ...(fixes.length > 0 && { fixes }) }];
}

/** Groups verdicts by remedy: three missing permissions that one role grants are one task. */
export function byRemedy(verdicts: readonly Verdict[]): Verdict[] {
  const groups: OpenVerdict[][] = [];
  for (const verdict of verdicts) {
    if (verdict.status === 'pass') continue;
    const known = groups.find(([first]) => first !== undefined && haveOneRemedy(first, verdict));
    if (known) known.push(verdict);
    else groups.push([verdict]);
  }
  return [...verdicts.filter(({ status }) => status === 'pass'), ...groups.flatMap(merge)];
}
