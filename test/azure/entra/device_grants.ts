import { randomBytes, randomInt } from 'node:crypto';
import { nowOf, type DeviceDecision, type DeviceGrant, type SimulatorState } from '../state';
import { secretMarker } from '../worlds/keys';

export const deviceLifeMs = 15 * 60 * 1_000;

/** No vowels and nothing that looks like another character. */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ23456789';
const makeUserCode = () =>
  Array.from({ length: 9 }, () => alphabet[randomInt(alphabet.length)]).join('');

export function startDeviceGrant(
  state: SimulatorState,
  request: { clientId: string; scope: string; tenant: string; claims?: string },
): DeviceGrant {
  const grant: DeviceGrant = {
    ...request,
    userCode: makeUserCode(),
    deviceCode: `${secretMarker}-device-${randomBytes(48).toString('base64url')}`,
    expiresAt: nowOf(state) + deviceLifeMs,
    redeemed: false,
  };
  state.deviceGrants.push(grant);
  state.onDeviceCode?.(grant.userCode);
  return grant;
}

export const pendingGrants = (state: SimulatorState): DeviceGrant[] =>
  state.deviceGrants.filter(
    ({ decision, expiresAt }) => decision === undefined && expiresAt > nowOf(state),
  );

interface Decision {
  userCode: string;
  decision: DeviceDecision;
  /** User principal name; default the world's first user. */
  user?: string;
}

/** Applies the user's decision on the sign-in page. Returns the error message, or undefined on success. */
export function decideDeviceGrant(
  state: SimulatorState,
  { userCode, decision, user }: Decision,
): string | undefined {
  const typed = userCode.trim().toUpperCase();
  const grant = pendingGrants(state).find((pending) => pending.userCode === typed);
  if (!grant) return 'That code did not work. Check it and try again.';
  const upn = user ?? state.world.users[0]?.upn;
  const person = state.world.users.find((known) => known.upn === upn);
  if (decision === 'accept' && !person) return 'There is no such user in this world.';
  if (decision === 'accept' && person?.blockedInBrowser) return 'You cannot access this right now.';
  grant.decision = decision;
  grant.upn = upn;
  return undefined;
}
