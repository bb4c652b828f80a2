import { useEffect, useMemo } from 'react';
import type { Options } from '../../common/options';
import type { Problem } from '../../common/problem';
import { invalidFields, type SetupRequest } from '../../common/setup_request';
import { problemOf } from '../api/http_problem';
import { useOptions } from '../api/use_options';
import { useRecommendation } from '../api/use_recommendation';
import { fixedValues, recommendationKey, withoutValues, withValues, type Draft } from './draft';
import type { FormStepProps } from './form_step';
import type { ChangeDraft } from './use_draft';

export const noOptions: Options = { tenants: [], subscriptions: [] };

export interface Form {
  /** Absent until the first recommendation is there. */
  props?: FormStepProps;
  options: Options;
  /** A recommendation is on its way: some values may still change. */
  settling: boolean;
  problem?: Problem;
  retry(): void;
}

function useAdvice(draft: Draft, change: ChangeDraft, enabled: boolean) {
  const { session, useCase, recommendation } = draft;
  const key = recommendationKey(draft);
  const advice = useRecommendation(
    enabled && session
      ? {
          key,
          body: { session: session.session, useCase, fixed: fixedValues(draft) },
          known: recommendation?.key === key ? recommendation.found : undefined,
        }
      : undefined,
  );
  const found = advice.isFormer ? undefined : advice.data;
  useEffect(() => {
    if (found) change((now) => ({ ...now, recommendation: { key, found } }));
  }, [change, found, key]);
  return advice;
}

const optionsBody = (session: string, request: SetupRequest | undefined, invalid: string[]) => {
  if (!request) return { session };
  const { subscriptionId, location, kind } = request;
  return {
    session,
    ...(!invalid.includes('subscriptionId') && { subscriptionId }),
    ...(!invalid.includes('location') && { location }),
    kind,
  };
};

interface Subject {
  /** False while a run is only watched. */
  advise: boolean;
  /** The request of that run. */
  of?: SetupRequest;
}

/** The request as it stands, over the recommendation, and what can be chosen instead. */
export function useForm(draft: Draft, change: ChangeDraft, { advise, of }: Subject): Form {
  const advice = useAdvice(draft, change, advise);
  const recommendation = advice.data ?? draft.recommendation?.found;
  const request = useMemo(
    () => recommendation && { ...recommendation.request, ...draft.values },
    [recommendation, draft.values],
  );
  const invalid = useMemo(() => (request ? invalidFields(request) : []), [request]);
  const session = draft.session?.session;
  const subject = advise ? request : of;
  const found = useOptions(session && subject ? optionsBody(session, subject, invalid) : undefined);
  const options = found.data ?? noOptions;
  const props: FormStepProps | undefined = recommendation &&
    request && {
      ...(session && { session }),
      request,
      recommendation,
      options,
      optionsLoading: found.isFetching,
      invalid: new Set(invalid),
      useCase: draft.useCase,
      setUseCase: (useCase) => change((now) => ({ ...now, useCase })),
      update: (values) => change((now) => withValues(now, values)),
      reset: (fields) => change((now) => withoutValues(now, fields)),
    };
  const problem = problemOf(advice.error) ?? problemOf(found.error);
  return {
    ...(props && { props }),
    ...(problem && { problem }),
    options,
    settling: advice.isFetching,
    retry: () => {
      if (advice.error) advice.refetch();
      if (found.error) found.refetch();
    },
  };
}
