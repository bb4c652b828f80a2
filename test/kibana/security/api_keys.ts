import { createHash, randomBytes, randomUUID } from 'node:crypto';
import Boom from '@hapi/boom';
import * as v from 'valibot';
import { finite, object, record } from '../../shapes';
import type { Documents } from '../state/documents';
import type { Principal } from './principal';

export const apiKeySchema = object({
  name: v.string(),
  hash: v.string(),
  invalidated: v.boolean(),
  /** The end of its validity after its task was removed. */
  invalidAt: v.optional(finite),
  username: v.string(),
  roles: v.array(v.string()),
  superuser: v.boolean(),
  grants: v.array(
    object({
      spaces: v.array(v.string()),
      features: record(v.picklist(['all', 'read'])),
      cluster: v.optional(v.array(v.string()), []),
    }),
  ),
});
type ApiKey = v.InferOutput<typeof apiKeySchema>;

export interface ApiKeys {
  areAPIKeysEnabled(): Promise<boolean>;
  /** Base64 of `id:key`, as it goes into the `Authorization: ApiKey` header. */
  grant(principal: Principal, name: string): { id: string; encoded: string };
  /** Immediately, or after this number of milliseconds. */
  invalidate(id: string, delayMs?: number): void;
  /** The owner's privileges at the time of granting; `undefined` if the key is unknown or invalidated. */
  authenticate(encoded: string): Principal | undefined;
  /** The key that a request's header carries. */
  ownOf(
    headers: Record<string, string | string[] | undefined>,
  ): { id: string; encoded: string } | undefined;
  /** The same for a request's header; throws Elasticsearch's error for an invalid key. */
  principalOf(headers: Record<string, string | string[] | undefined>): Principal | undefined;
}

export function createApiKeys(documents: Documents<ApiKey>, enabled: boolean): ApiKeys {
  const authenticate = (encoded: string) => {
    const [id, key] = Buffer.from(encoded, 'base64').toString().split(':');
    if (!id || !key) return undefined;
    const stored = documents.all().find((one) => one.id === id)?.attributes;
    if (!stored || stored.invalidated || stored.hash !== hash(key)) return undefined;
    if (stored.invalidAt !== undefined && stored.invalidAt <= Date.now()) return undefined;
    return principalFrom(id, stored);
  };
  return {
    areAPIKeysEnabled: async () => enabled,
    authenticate,
    grant({ user, superuser, grants }, name) {
      const id = randomUUID();
      const key = randomBytes(22).toString('base64url');
      const { username } = user;
      documents.create(id, {
        name,
        hash: hash(key),
        invalidated: false,
        username,
        roles: [...user.roles],
        superuser,
        grants,
      });
      return { id, encoded: Buffer.from(`${id}:${key}`).toString('base64') };
    },
    invalidate(id, delayMs = 0) {
      const stored = documents.all().find((one) => one.id === id);
      if (!stored) return;
      const change = delayMs > 0 ? { invalidAt: Date.now() + delayMs } : { invalidated: true };
      documents.update(id, { ...stored.attributes, ...change });
    },
    ownOf(headers) {
      const encoded = encodedIn(headers);
      const [id] = Buffer.from(encoded ?? '', 'base64')
        .toString()
        .split(':');
      return encoded !== undefined && id ? { id, encoded } : undefined;
    },
    principalOf(headers) {
      const encoded = encodedIn(headers);
      if (encoded === undefined) return undefined;
      const principal = authenticate(encoded);
      if (!principal) {
        throw Boom.unauthorized(
          'security_exception: unable to authenticate with provided credentials',
        );
      }
      return principal;
    },
  };
}

const encodedIn = (headers: Record<string, string | string[] | undefined>): string | undefined =>
  /^ApiKey (.+)$/i.exec([headers['authorization']].flat()[0] ?? '')?.[1];

const hash = (key: string) => createHash('sha256').update(key).digest('hex');

function principalFrom(
  id: string,
  { name, username, roles, superuser, grants }: ApiKey,
): Principal {
  return {
    user: {
      username,
      roles,
      enabled: true,
      authentication_realm: { name: '_es_api_key', type: '_es_api_key' },
      authentication_type: 'api_key',
      api_key: { id, name },
    },
    superuser,
    grants,
  };
}
