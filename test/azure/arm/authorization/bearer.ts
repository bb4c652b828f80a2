import { readAccessToken, isAudience, type Claims } from '../../entra/access_token';
import { findPrincipal } from '../../entra/directory';
import { cloudNames, type Cloud } from '../../hosts';
import type { Reply, SimRequest } from '../../http/message';
import { nowOf, type SimulatorState } from '../../state';
import type { Principal } from '../../worlds/world';
import { refusals } from '../arm_error';

interface Caller {
  principal: Principal;
  tenantId: string;
  /** Authentication contexts that the sign-in satisfied. */
  acrs: readonly string[];
}

const utc = (ms: number) => new Date(ms).toUTCString();

/** Known to this simulator, meant for this cloud's ARM, and not late. */
const refusalOf = (state: SimulatorState, cloud: Cloud, claims: Claims): Reply | undefined => {
  if (!isAudience(cloud, 'arm', claims.aud))
    return refusals.audienceWrong(claims.aud, cloudNames[cloud].armAudiences);
  const expiry = claims.exp * 1_000;
  const now = nowOf(state);
  return expiry <= now ? refusals.tokenExpired(utc(expiry), utc(now)) : undefined;
};

/** The caller, or ARM's 401. */
export function callerOf(state: SimulatorState, cloud: Cloud, request: SimRequest): Caller | Reply {
  const header = request.headers.authorization;
  if (header === undefined) return refusals.authenticationMissing();
  const claims = readAccessToken(/^Bearer (\S+)$/i.exec(header)?.[1] ?? '');
  if (!claims) return refusals.tokenInvalid();
  const refusal = refusalOf(state, cloud, claims);
  if (refusal) return refusal;
  const principal = findPrincipal(state, claims.oid);
  const { tid: tenantId, acrs = [] } = claims;
  return principal ? { principal, tenantId, acrs } : refusals.tokenInvalid();
}
