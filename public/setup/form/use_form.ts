import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type Dispatch } from 'react';
import type { AccountOption, Options } from '../../../common/options';
import { isEqual } from '../../../common/values/json';
import type { Problem } from '../../../common/problem';
import type { Recommendation } from '../../../common/recommendation';
import {
  brokenRules,
  invalidFields,
  type SetupField,
  type SetupRequest,
} from '../../../common/setup_request';
import type { SignedIn } from '../../../common/sign_in';
import { problemOf } from '../../api/http_problem';
import { useCore } from '../../api/core_context';
import { useOptions, useRecommendation } from '../../api/queries';
import { isKeyOf } from '../../api/query_client';
import { useAccountKeys } from './account_keys';
import { fixedValues, recommendationKey, type Draft } from '../state/draft';
import { chosenAccount, existingThings } from './existing_things';
import type { FormStepProps } from './form_step';
import { saveRecommendation } from './recommendation_storage';
import { useSource } from './use_source';
import type { PageAction } from '../state/page_reducer';

const noOptions: Options = { tenants: [], subscriptions: [] };

export interface Form {
  /** Absent until the first recommendation is loaded. */
  props?: FormStepProps;
  options: Options;
  /** True if the request, or that of the shown run, names an existing account. */
  usesAccount: boolean;
  /** True while a recommendation is loading, so values can still change. */
  settling: boolean;
  problem?: Problem;
  /** True for a value that the person set. */
  isOwn(field: SetupField): boolean;
  retry(): void;
  /** Continues without the connector to migrate. */
  leaveSource?(): void;
}

/**
 * The recommendation for the person's values. The previous one stays if a new one cannot be loaded, and survives a
 * reload.
 */
function useSavedRecommendation(draft: Draft, enabled: boolean) {
  const basePath = useCore().http.basePath.get();
  const key = recommendationKey(draft);
  const { useCase } = draft;
  const query = useRecommendation(
    draft.session,
    key,
    enabled ? { useCase, fixed: fixedValues(draft) } : undefined,
  );
  const found = query.isPlaceholderData ? undefined : query.data;
  const keyText = JSON.stringify(key);
  useEffect(() => {
    if (found) saveRecommendation(basePath, { key: keyText, found });
  }, [basePath, found, keyText]);
  const client = useQueryClient();
  const [lastKey, setLastKey] = useState<QueryKey>();
  if (found && !isEqual(lastKey, key)) setLastKey(key);
  const { session } = draft;
  const previousData =
    lastKey && (!session || isKeyOf(session, lastKey))
      ? client.getQueryData<Recommendation>(lastKey)
      : undefined;
  return { ...query, data: query.data ?? previousData };
}

function optionsInput(request: SetupRequest) {
  const { subscriptionId, location, kind } = request;
  const invalid = invalidFields(request);
  return {
    ...(!invalid.includes('subscriptionId') && { subscriptionId }),
    ...(!invalid.includes('location') && { location }),
    kind,
  };
}

/** If there are very many accounts, the deployments of the chosen account are read separately. */
function useChosenAccount(
  options: Options,
  session: SignedIn | undefined,
  request: SetupRequest | undefined,
) {
  const chosen = request && chosenAccount({ request, options });
  const isUnread = chosen?.state === 'Succeeded' && !chosen.deployments;
  const input = request && isUnread ? accountInput(request, chosen) : undefined;
  const { data, isFetching, isPlaceholderData } = useOptions(session, input);
  const read = input && !isPlaceholderData ? data?.accounts?.[0]?.deployments : undefined;
  const merged = useMemo(() => {
    if (!chosen || !read) return options;
    const accounts = options.accounts?.map((one) =>
      one === chosen ? { ...one, deployments: read } : one,
    );
    return { ...options, accounts };
  }, [options, chosen, read]);
  return { options: merged, isFetching, usesAccount: chosen !== undefined };
}

const accountInput = ({ subscriptionId }: SetupRequest, account: AccountOption) => {
  const { resourceGroup, accountName } = account;
  return { subscriptionId, account: { resourceGroup, accountName } };
};

/**
 * True if the request names an account that might exist; whether it accepts keys is unknown until the options are
 * loaded.
 */
const namesAccount = ({ values }: Draft, recommendation: Recommendation | undefined): boolean =>
  values.accountName !== undefined ||
  recommendation?.reasons.accountName.code === 'existing_account';

interface Subject {
  /** False while the page only shows a run. */
  advise: boolean;
  /** The request of that run. */
  of?: SetupRequest;
}

/** The form's request, based on the recommendation, and the options. */
export function useForm(
  draft: Draft,
  dispatch: Dispatch<PageAction>,
  { advise, of }: Subject,
): Form {
  const source = useSource(draft, dispatch);
  const advice = useSavedRecommendation(draft, advise && !source.isOpen);
  // No recommendation without a session, or before the connector's deployment is found.
  const recommendation = draft.tenantId && !source.isOpen ? advice.data : undefined;
  const named = useMemo(
    () => recommendation && { ...recommendation.request, ...draft.values },
    [recommendation, draft.values],
  );
  const { session } = draft;
  const subject = advise ? named : of;
  const found = useOptions(session, subject && optionsInput(subject));
  const { options, isFetching, usesAccount } = useChosenAccount(
    found.data ?? noOptions,
    session,
    subject,
  );
  const recommended = recommendation?.request;
  const request = useAccountKeys(named, { draft, options, recommended }, dispatch);
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
      setUseCase: (useCase) => dispatch({ type: 'use_case_chosen', useCase }),
      update: (values) => dispatch({ type: 'values_set', values }),
      reset: (fields) => dispatch({ type: 'values_reset', fields }),
    };
  const problem = source.problem ?? problemOf(advice.error) ?? problemOf(found.error);
  return {
    ...(source.problem && { leaveSource: () => dispatch({ type: 'started_over' }) }),
    ...(props && { props }),
    ...(problem && { problem }),
    options,
    usesAccount,
    settling:
      advice.isFetching ||
      source.isReading ||
      (namesAccount(draft, recommendation) && !options.accounts && found.isFetching),
    isOwn: (field) => draft.values[field] !== undefined,
    retry: () => {
      if (source.problem) source.readAgain();
      if (advice.error) void advice.refetch();
      if (found.error) void found.refetch();
    },
  };
}
