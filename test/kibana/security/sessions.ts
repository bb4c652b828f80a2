import { createHash, randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { object } from '../../shapes';
import type { Documents } from '../state/documents';

export const sessionSchema = object({ username: v.string() });
type Session = v.InferOutput<typeof sessionSchema>;

/** Browser sessions, shared by all nodes; the cookie's value itself is not kept. */
export interface Sessions {
  start(username: string): string;
  usernameOf(cookie: string): string | undefined;
}

export function createSessions(documents: Documents<Session>): Sessions {
  const idOf = (cookie: string) => createHash('sha256').update(cookie).digest('hex');
  const find = (cookie: string) => documents.all().find(({ id }) => id === idOf(cookie));
  return {
    start(username) {
      const cookie = randomBytes(32).toString('base64url');
      documents.create(idOf(cookie), { username });
      return cookie;
    },
    usernameOf: (cookie) => find(cookie)?.attributes.username,
  };
}
