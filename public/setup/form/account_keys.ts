import { useEffect, useMemo, type Dispatch } from 'react';
import type { AccountOption, Options } from '../../../common/options';
import type { SetupRequest } from '../../../common/setup_request';
import { keylessRefusal } from '../../../common/targets/keyless_refusal';
import { keylessValues } from '../../../common/targets/targets';
import { useEnvironment } from '../../api/queries';
import type { PageAction } from '../shell/page_reducer';
import type { Draft } from './draft';
import { chosenAccount } from './existing_things';

type Environment = ReturnType<typeof useEnvironment>['data'];

interface Facts {
  draft: Draft;
  /** The request as it was recommended, whatever the person has chosen since. */
  recommended: SetupRequest | undefined;
  options: Options;
  environment: Environment;
}

/** True for an account that accepts no keys, where something here can do without. */
function forbidsKeys(
  account: AccountOption | undefined,
  { draft: { session }, environment }: Pick<Facts, 'draft' | 'environment'>,
): boolean {
  if (!account?.keysDisabled || !environment) return false;
  const { cloud = 'public' } = session ?? {};
  return keylessRefusal({ ...environment.targetFacts, cloud }) === undefined;
}

/** The request with keys, for which no application is needed. */
function withKeys(request: SetupRequest): SetupRequest {
  const { applicationId, ...rest } = request;
  if (request.authentication === 'api_key' && applicationId === undefined) return request;
  return { ...rest, authentication: 'api_key' };
}

/**
 * An account that accepts no keys is used without them, and takes that with it when another one is chosen. With every other
 * account, and with a new one, the person decides; the choice to go without keys then stays.
 */
function withAccountKeys(request: SetupRequest, facts: Facts): SetupRequest {
  const { draft, options, recommended } = facts;
  const account = chosenAccount({ request, options });
  if (forbidsKeys(account, facts)) return { ...request, ...keylessValues };
  if (draft.values.authentication === 'entra_id') return request;
  // Only an account that accepts no keys is recommended without them.
  const isAsRecommended = recommended && accountOf(recommended) === accountOf(request);
  const isKeyless = request.authentication === 'entra_id' && isAsRecommended && !account;
  return isKeyless ? request : withKeys(request);
}

const accountOf = ({ resourceGroup, accountName }: SetupRequest): string =>
  `${resourceGroup}/${accountName}`.toLowerCase();

/** The request, with or without keys as its account wants it. */
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
  // What a changed run has from its account is no choice of the person's.
  const isInherited = draft.inherited.includes('authentication');
  useEffect(() => {
    if (isForced && isInherited) dispatch({ type: 'values_reset', fields: ['authentication'] });
  }, [dispatch, isForced, isInherited]);
  return useMemo(() => request && withAccountKeys(request, facts), [request, facts]);
}
