import { useEffect, useMemo, type Dispatch } from 'react';
import type { AccountOption, Options } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import { keylessRefusal } from '../../../common/targets/keyless_refusal';
import { keylessValues } from '../../../common/targets/targets';
import { useEnvironment } from '../../api/queries';
import type { PageAction } from '../state/page_reducer';
import type { Draft } from '../state/draft';
import { chosenAccount } from './existing_things';

type Environment = ReturnType<typeof useEnvironment>['data'];

interface Facts {
  draft: Draft;
  /** The recommended request, without the person's changes. */
  recommended: SetupRequest | undefined;
  options: Options;
  environment: Environment;
}

/** True for an account without keys that a target in this Kibana supports. */
function forbidsKeys(
  account: AccountOption | undefined,
  { draft: { session }, environment }: Pick<Facts, 'draft' | 'environment'>,
): boolean {
  if (!account?.keysDisabled || !environment) return false;
  const { cloud = 'public' } = session ?? {};
  return keylessRefusal({ ...environment.targetFacts, cloud }) === undefined;
}

/** The request with keys and without an application. */
function withKeys(request: SetupRequest): SetupRequest {
  const { applicationId, ...rest } = request;
  if (request.authentication === 'api_key' && applicationId === undefined) return request;
  return { ...rest, authentication: 'api_key' };
}

/**
 * Switches to keyless authentication for an account without keys, and back if another account is chosen. For every
 * other account, the person decides, and that choice stays.
 */
function withAccountKeys(request: SetupRequest, facts: Facts): SetupRequest {
  const { draft, options, recommended } = facts;
  const account = chosenAccount({ request, options });
  if (forbidsKeys(account, facts)) return { ...request, ...keylessValues };
  if (draft.values.authentication === 'entra_id') return request;
  // Only accounts without keys are recommended as keyless.
  const isAsRecommended = recommended && accountOf(recommended) === accountOf(request);
  const isKeyless = request.authentication === 'entra_id' && isAsRecommended && !account;
  return isKeyless ? request : withKeys(request);
}

const accountOf = ({ resourceGroup, accountName }: SetupRequest): string =>
  `${resourceGroup}/${accountName}`.toLowerCase();

/** The request, with or without keys as its account requires. */
export function useAccountKeys(
  request: SetupRequest | undefined,
  { draft, options, recommended }: Omit<Facts, 'environment'>,
  dispatch: Dispatch<PageAction>,
): SetupRequest | undefined {
  const { data: environment } = useEnvironment(request !== undefined);
  const facts = useMemo(
    () => ({ draft, options, recommended, environment }),
    [draft, options, recommended, environment],
  );
  const isForced = request && forbidsKeys(chosenAccount({ request, options }), facts);
  // Values of a changed run that came from its account are not the person's choice.
  const isInherited = draft.inherited.includes('authentication');
  useEffect(() => {
    if (isForced && isInherited) dispatch({ type: 'values_reset', fields: ['authentication'] });
  }, [dispatch, isForced, isInherited]);
  return useMemo(() => request && withAccountKeys(request, facts), [request, facts]);
}
