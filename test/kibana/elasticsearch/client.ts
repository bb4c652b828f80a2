import { randomBytes } from 'node:crypto';
import { Client } from '@elastic/elasticsearch';
import { originOf } from '../http/kibana_request';
import type { ApiKeys } from '../security/api_keys';
import type { Principal } from '../security/principal';
import type { Users } from '../security/users';
import { refusal } from './elasticsearch_error';

interface ScopeableRequest {
  headers: Record<string, string | string[] | undefined>;
}
interface Caller extends ScopeableRequest {
  principal: Principal | undefined;
}

/** Kibana's own user, `kibana_system`. */
const kibanaSystem: Principal = {
  user: {
    username: 'kibana_system',
    roles: ['kibana_system'],
    enabled: true,
    authentication_realm: { name: 'reserved', type: 'reserved' },
    authentication_type: 'realm',
  },
  superuser: false,
  grants: [{ spaces: [], features: {}, cluster: ['monitor', 'manage_inference'] }],
};

const everyone: Principal = {
  user: { ...kibanaSystem.user, username: '_anonymous', roles: [] },
  superuser: true,
  grants: [],
};

/** The credentials for Elasticsearch: Kibana's own user, or the person's. */
export function createCredentials(users: Users, apiKeys: ApiKeys, secured: boolean) {
  const own = `Bearer ${randomBytes(32).toString('base64url')}`;

  /** The person's authorization header: from the request, or from the session. */
  function headerOf({ headers, principal }: Caller): string | undefined {
    const given = [headers['authorization']].flat()[0];
    if (given !== undefined || !secured) return given;
    const username = principal?.user.username;
    const user = users.list().find((one) => one.username === username);
    return user && `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`;
  }

  function principalOf(authorization: string): Principal | undefined {
    if (authorization === own) return kibanaSystem;
    const [, scheme = '', credentials = ''] = /^(\S+)\s+(.+)$/.exec(authorization) ?? [];
    if (/^apikey$/i.test(scheme)) return apiKeys.authenticate(credentials);
    const [username = '', ...password] = Buffer.from(credentials, 'base64').toString().split(':');
    return /^basic$/i.test(scheme) ? users.signIn(username, password.join(':')) : undefined;
  }

  return {
    own,
    headerOf,
    authenticate(authorization: string | undefined, path: string): Principal {
      if (!secured) return everyone;
      if (authorization === undefined) {
        throw refusal(
          401,
          'security_exception',
          `missing authentication credentials for REST request [${path}]`,
        );
      }
      const principal = principalOf(authorization);
      if (principal) return principal;
      throw refusal(
        401,
        'security_exception',
        `unable to authenticate with provided credentials and anonymous access is not allowed for this request`,
      );
    },
  };
}
export type Credentials = ReturnType<typeof createCredentials>;

/** `core.elasticsearch.client`, with the real Elasticsearch client. */
export function createElasticsearchClient(url: string, credentials: Credentials) {
  const root = new Client({ node: url, maxRetries: 3, requestTimeout: 30_000 });
  const as = (authorization: string | undefined) =>
    root.child({ headers: { ...(authorization !== undefined && { authorization }) } });
  const asInternalUser = as(credentials.own);
  return {
    asInternalUser,
    asScoped: (request: ScopeableRequest) => ({
      asCurrentUser: as(
        credentials.headerOf({
          headers: request.headers,
          principal: originOf(request).principal,
        }),
      ),
    }),
    close: () => root.close(),
  };
}
export type ElasticsearchClients = ReturnType<typeof createElasticsearchClient>;
