import { useEffect, useState } from 'react';
import type { Verdict } from '../../../common/check';
import { blockers, type Plan } from '../../../common/plan';
import { isEqual } from '../../../common/values/json';
import type { Problem } from '../../../common/problem';
import type { SetupRequest } from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { usePlan } from '../../api/queries';
import type { Form } from '../form/use_form';
import { needsSignIn } from '../screen/needs_sign_in';

export interface CheckedPlan {
  found?: Plan;
  /** Verdicts of the finished checks. */
  verdicts: readonly Verdict[];
  problem?: Problem;
  loading: boolean;
  lookAgain(): void;
}

/** In ms; a name is checked when the person stops typing. */
const typingPause = 500;

/** Debounces all values but the first. */
function usePaused<T>(value: T | undefined): T | undefined {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), typingPause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused ?? value;
}

/** The plan for the form's request, checked again after every change. */
export function useCheckedPlan(session: SignedIn | undefined, form: Form): CheckedPlan {
  const isComplete = form.props?.invalid.size === 0 && !form.settling;
  const request = isComplete ? form.props?.request : undefined;
  const paused = usePaused<SetupRequest>(request);
  const isCurrent = request !== undefined && isEqual(paused, request);
  const plan = usePlan(session, isCurrent ? { request } : undefined);
  // After a failed check, earlier findings can be outdated.
  const found = plan.error ? undefined : plan.data?.plan;
  // Without a sign-in, no other finding is reliable.
  const ended = found && blockers(found).find(needsSignIn);
  const problem = form.problem ?? problemOf(plan.error) ?? ended;
  return {
    ...(found && !ended && { found }),
    verdicts: plan.data?.verdicts ?? [],
    ...(problem && { problem }),
    loading: plan.isFetching || form.settling || (isComplete && !isCurrent),
    lookAgain: () => (form.problem ? form.retry() : void plan.refetch()),
  };
}
