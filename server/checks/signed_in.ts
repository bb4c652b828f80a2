import { warn, type AzureCheck } from './check';

/** A setup takes two minutes on average, five at worst; ten leave room to read the plan. */
const enough = 10;

export const signedIn: AzureCheck = {
  id: 'signed_in',
  about: 'azure',
  unverified: 'azure_error',
  async run({ sessionExpiresAt, now }) {
    const minutes = Math.floor((sessionExpiresAt.getTime() - now.getTime()) / 60_000);
    return minutes >= enough ? [] : [warn({ code: 'session_expires_soon', detail: { minutes } })];
  },
};
