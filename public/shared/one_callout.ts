import type { Fix, Verdict } from '../../common/check';
import type { Problem } from '../../common/problem';

const isMissingPermission = ({ problem }: Verdict): boolean =>
  problem?.code === 'authorization_failed' &&
  typeof problem.detail?.action === 'string' &&
  typeof problem.detail.scope === 'string';

const scopeOf = ({ problem }: Verdict): string => String(problem?.detail?.scope);

/** True if a role at one scope also applies at the other. */
const covers = (outer: string, inner: string): boolean =>
  `${inner.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

/** Verdicts that one and the same remedy settles. */
const haveOneRemedy = (one: Verdict, other: Verdict): boolean => {
  if (one.check !== other.check || one.status !== other.status) return false;
  if (!isMissingPermission(one) || !isMissingPermission(other)) return isSame(one, other);
  return covers(scopeOf(one), scopeOf(other)) || covers(scopeOf(other), scopeOf(one));
};

/** The page says the same about both of them: words follow from code and detail. The words themselves load later. */
const isSame = ({ problem: one }: Verdict, { problem: other }: Verdict): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.code === other.code &&
  one.field === other.field &&
  JSON.stringify(one.detail) === JSON.stringify(other.detail);

/** The actions of all of them at the outermost scope: a role that allows them there is enough. */
function inOne([first, ...rest]: readonly Verdict[]): Problem | undefined {
  if (!first?.problem || !isMissingPermission(first)) return first?.problem;
  const all = [first, ...rest];
  const scope = all.map(scopeOf).reduce((outer, one) => (covers(one, outer) ? one : outer));
  const actions = new Set(all.map(({ problem }) => String(problem?.detail?.action)));
  const detail = { ...first.problem.detail, action: [...actions].join(', '), scope };
  return { ...first.problem, detail };
}

/** Each way out once. */
const fixesOf = (verdicts: readonly Verdict[]): Fix[] => {
  const all = verdicts.flatMap(({ fixes = [] }) => fixes);
  return [...new Map(all.map((fix) => [JSON.stringify(fix), fix])).values()];
};

/** The findings of the checks, by remedy: three missing permissions that one role grants are one thing to do. */
export function byRemedy(verdicts: readonly Verdict[]): Verdict[] {
  const groups: Verdict[][] = [];
  for (const verdict of verdicts) {
    const known =
      verdict.status !== 'pass' &&
      groups.find(([first]) => first !== undefined && haveOneRemedy(first, verdict));
    if (known) known.push(verdict);
    else groups.push([verdict]);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const { problem: _problem, fixes: _fixes, ...rest } = first;
    const problem = inOne(group);
    const fixes = fixesOf(group);
    return [{ ...rest, ...(problem && { problem }), ...(fixes.length > 0 && { fixes }) }];
  });
}
