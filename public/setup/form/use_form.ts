import { useEffect, useMemo } from 'react';
import type { AccountOption, Options } from '../../../common/options';
import type { Problem } from '../../../common/problem';
import { brokenRules, invalidFields, type SetupRequest } from '../../../common/setup_request';
import { problemOf } from '../../api/http_problem';
import { useOptions } from '../../api/use_options';
import { useRecommendation } from '../../api/use_recommendation';
import { fixedValues, recommendationKey, withoutValues, withValues, type Draft } from './draft';
import { chosenAccount, existingThings } from './existing_things';
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

function optionsBody(session: string, request: SetupRequest) {
  const { subscriptionId, location, kind } = request;
  const invalid = invalidFields(request);
  return {
    session,
    ...(!invalid.includes('subscriptionId') && { subscriptionId }),
    ...(!invalid.includes('location') && { location }),
    kind,
  };
}

/** If there are very many accounts, the deployments of the chosen account are read separately. */
function useChosenAccount(
  options: Options,
  session: string | undefined,
  request: SetupRequest | undefined,
) {
  const chosen = request && chosenAccount({ request, options });
  const isUnread = chosen?.state === 'Succeeded' && !chosen.deployments;
  const body =
    session && request && isUnread && chosen ? accountBody(session, request, chosen) : undefined;
  const { data, isFetching, isFormer } = useOptions(body);
  const read = body && !isFormer ? data?.accounts?.[0]?.deployments : undefined;
  const merged = useMemo(() => {
    if (!chosen || !read) return options;
    const accounts = options.accounts?.map((one) =>
      one === chosen ? { ...one, deployments: read } : one,
    );
    return { ...options, accounts };
  }, [options, chosen, read]);
  return { options: merged, isFetching };
}

const accountBody = (session: string, { subscriptionId }: SetupRequest, account: AccountOption) => {
  const { resourceGroup, accountName } = account;
  return { session, subscriptionId, account: { resourceGroup, accountName } };
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
  const session = draft.session?.session;
  const subject = advise ? request : of;
  const found = useOptions(session && subject ? optionsBody(session, subject) : undefined);
  const { options, isFetching } = useChosenAccount(found.data ?? noOptions, session, subject);
  const invalid = useMemo(
    () => (request ? brokenRules(request, existingThings({ request, options })) : []),
    [request, options],
  );
  const props: FormStepProps | undefined = recommendation &&
    request && {
      ...(session && { session }),
      request,
      recommendation,
      options,
      optionsLoading: found.isFetching || isFetching,
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
