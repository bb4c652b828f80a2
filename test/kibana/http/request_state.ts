import type { Principal } from '../security/principal';

declare module '@hapi/hapi' {
  interface RequestApplicationState {
    requestId: string;
    spaceId: string;
    /** `/s/<space>`, or empty. */
    spacePath: string;
    principal?: Principal;
  }
  interface UserCredentials {
    username: string;
  }
}

/** Path prefix of a space, as in `/s/marketing`; empty for the default space. */
export const spacePrefix = (spaceId: string) => (spaceId === 'default' ? '' : `/s/${spaceId}`);
