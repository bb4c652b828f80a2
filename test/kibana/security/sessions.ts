import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Documents } from '../state/documents';

export const sessionSchema = z.object({ username: z.string() });
export type Session = z.output<typeof sessionSchema>;

/** Browser sessions, shared by all nodes; the cookie's value itself is not kept. */
export interface Sessions {
  start(username: string): string;
  usernameOf(cookie: string): string | undefined;
  end(cookie: string): void;
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
    end: (cookie) => {
      if (find(cookie)) documents.delete(idOf(cookie));
    },
  };
}
