import { QueryClient, type QueryKey } from '@tanstack/react-query';
import type { SignedIn } from '../../common/sign_in';

/**
 * Reads are repeated at an interval of their own, when the person comes back, or by a button, mutations never. `always`: Kibana can be reachable while the
 * browser reports that it is offline.
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

/** The key of an answer that depends on the person: `['azure', principal, route, input]`. */
export const azureKey = (
  session: SignedIn | undefined,
  route: string,
  input: unknown,
): QueryKey => [root, session && principalOf(session), route, input];

/** True if an answer was given to the person of this session. */
export const isKeyOf = (session: SignedIn, [, principal]: QueryKey): boolean =>
  principal === principalOf(session);

/** Forgets the answers of a session that has ended. The recommendation stays: the form shows it. */
export const forgetSession = (client: QueryClient): void =>
  client.removeQueries({
    queryKey: [root],
    predicate: ({ queryKey: [, , route] }) => route !== 'recommendation',
  });

/** Forgets the answers of all other people. */
export const forgetOthers = (client: QueryClient, session: SignedIn): void =>
  client.removeQueries({
    queryKey: [root],
    predicate: ({ queryKey }) => !isKeyOf(session, queryKey),
  });

/** Forgets everything that was read from Azure. */
export const forgetAzure = (client: QueryClient): void =>
  client.removeQueries({ queryKey: [root] });

/** Forgets the answers of one route, for example names that are no longer free. */
export const forgetRoute = (
  client: QueryClient,
  route: 'recommendation' | 'options' | 'plan',
): void =>
  client.removeQueries({
    queryKey: [root],
    predicate: ({ queryKey: [, , of] }) => of === route,
  });
