import type { AuthenticatedUser } from '@kbn/core/server';

/** The user of every caller in a Kibana without security. */
export const anonymous = '';

interface Identity {
  user: string;
  /** The same person's id without a user profile. */
  formerly?: string;
}

/**
 * Identifies the owner of runs and sealed sign-ins: the user profile if available, because usernames can be reused;
 * otherwise realm and name. A caller with an API key is identified by the key, so two keys of one person share nothing.
 */
export function identityOf(user: AuthenticatedUser | null): Identity {
  if (!user) return { user: anonymous };
  const { authentication_type: type, api_key: key, profile_uid: profile, username } = user;
  const name = `${user.authentication_realm?.name ?? ''}/${username}`;
  if (type === 'api_key') return { user: `api_key/${key?.id ?? name}` };
  return profile ? { user: `profile/${profile}`, formerly: name } : { user: name };
}
