import { QueryClient, type QueryFilters, type QueryKey } from '@tanstack/react-query';
import type { RouteName } from '../../common/routes';
import type { SignedIn } from '../../common/sign_in';

/**
 * Queries refetch at their own interval, on window focus, or by a button; mutations never retry. `always`: Kibana can
 * be reachable although the browser is offline.
 */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });

/** The signed-in person. Query keys hold this instead of the sealed session, which is a bearer token. */
const principalOf = ({ cloud, tenantId, who }: SignedIn): string =>
  JSON.stringify([cloud, tenantId, who]);

const root = 'azure';

/** The query key of data that depends on the person: `['azure', principal, route, input]`. */
export const azureKey = (
  session: SignedIn | undefined,
  route: string,
  input: unknown,
): QueryKey => [root, session && principalOf(session), route, input];

/** True if the data belongs to the person of this session. */
export const isKeyOf = (session: SignedIn, [, principal]: QueryKey): boolean =>
  principal === principalOf(session);

/** Removes the data of a session that has ended, except the recommendation that the form shows. */
export const forgetSession = (client: QueryClient): void =>
  client.removeQueries({
    queryKey: [root],
    predicate: ({ queryKey: [, , route] }) => route !== 'recommendation',
  });

/** Removes the data of all other people. */
export const forgetOthers = (client: QueryClient, session: SignedIn): void =>
  client.removeQueries({
    queryKey: [root],
    predicate: ({ queryKey }) => !isKeyOf(session, queryKey),
  });

/** Removes all data from Azure. */
export const forgetAzure = (client: QueryClient): void =>
  client.removeQueries({ queryKey: [root] });

/** Selects the data of one route. */
export const ofRoute = (route: RouteName): QueryFilters => ({
  queryKey: [root],
  predicate: ({ queryKey: [, , of] }) => of === route,
});

/** Removes the data of one route, for example names that are no longer available. */
export const forgetRoute = (client: QueryClient, route: RouteName): void =>
  client.removeQueries(ofRoute(route));
