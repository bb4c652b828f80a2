import { secondFactorClaims } from '../../../../common/sign_in';
import { warn, type Check } from '../check';

/** Setup takes two to five minutes; ten leave time to review the plan. */
const enough = 10;

export const signedIn: Check = {
  id: 'signed_in',
  unverified: 'azure_error',
  async run({ sessionExpiresAt, now, secondFactor }) {
    const minutes = Math.floor((sessionExpiresAt.getTime() - now.getTime()) / 60_000);
    const soon = warn({ code: 'session_expires_soon', detail: { minutes } });
    // A warning only: a tenant can have postponed the rule, and not every person has a second factor set up.
    const weak = warn({
      code: 'sign_in_without_second_factor',
      detail: { claims: secondFactorClaims },
    });
    return [...(minutes < enough ? [soon] : []), ...(secondFactor ? [weak] : [])];
  },
};
