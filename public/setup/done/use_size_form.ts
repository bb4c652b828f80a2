import type { Dispatch } from 'react';
import type { Problem } from '../../../common/problem';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useChangeSize } from '../../api/mutations';
import { needsSignIn } from '../screen/needs_sign_in';
import type { PageAction } from '../state/page_reducer';
import type { OpenSizeForm } from '../state/size_form';

export interface SizeFormState {
  /** Undefined while the form is closed. */
  form: OpenSizeForm | undefined;
  setForm(form: OpenSizeForm | undefined): void;
  /** Without `capacity`, submits the one that has waited for a sign-in. */
  submit(session: SignedIn, capacity?: number): void;
  loading: boolean;
  /** True once the server has started the change. */
  isStarted: boolean;
  /** Why the server did not start it. */
  refusal: Problem | undefined;
}

/** The form for a new throughput. It outlives the screen, because a sign-in can submit it. */
export function useSizeForm(
  form: OpenSizeForm | undefined,
  dispatch: Dispatch<PageAction>,
): SizeFormState {
  const start = useChangeSize();
  const problem = problemOf(start.error);
  return {
    form,
    setForm: (next) => {
      if (next?.changeId !== form?.changeId) start.reset();
      dispatch({ type: 'size_form_set', form: next });
    },
    submit: ({ session }, capacity = form?.capacity) => {
      if (!form || capacity === undefined) return;
      const { runId, changeId } = form;
      const body = { session, changeId, capacity, dryRun: false };
      start.mutate(() => ({ params: { runId }, body }), {
        onError: (error) => {
          if (needsSignIn(problemOf(error)))
            dispatch({ type: 'size_form_waits', changeId, capacity });
        },
      });
    },
    loading: start.isPending,
    isStarted: start.isSuccess,
    // A sign-in has solved it, or the person did not want one.
    refusal: needsSignIn(problem) && form?.capacity === undefined ? undefined : problem,
  };
}
