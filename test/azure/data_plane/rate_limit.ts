import { accountId } from '../arm/call';
import { rateLimitsOf } from '../arm/accounts/deployments/deployment_state';
import type { Reply } from '../http/message';
import { nowOf, type SimulatorState } from '../state';
import type { SimAccount, SimDeployment } from '../worlds/world';
import { dataErrors } from './data_error';

const minute = 60_000;

interface Allowance {
  /** A refusal when this request goes over the limit; it counts all the same. */
  refusal?: Reply;
  headers: Record<string, string>;
}

/** Counts a request against the deployment's tokens and requests per minute. */
export function countRequest(
  state: SimulatorState,
  target: { account: SimAccount; deployment: SimDeployment; apiVersion: string },
  tokens: number,
): Allowance {
  const { account, deployment, apiVersion } = target;
  const id = `${accountId(account)}/${deployment.name}`.toLowerCase();
  const now = nowOf(state);
  const served = (state.served.get(id) ?? []).filter(({ at }) => at > now - minute);
  const limitOf = (wanted: string) => {
    const limit = rateLimitsOf(deployment).find(({ key }) => key === wanted);
    return limit ? (limit.count * minute) / (limit.renewalPeriod * 1_000) : Infinity;
  };
  const tokenLimit = limitOf('token');
  const requestLimit = limitOf('request');
  const spent = served.reduce((sum, one) => sum + one.tokens, 0) + tokens;
  const requests = served.length + 1;
  state.served.set(id, [...served, { at: now, tokens }]);
  const oldest = served[0]?.at ?? now;
  const wait = Math.max(1, Math.ceil((oldest + minute - now) / 1_000));
  const over = spent > tokenLimit ? 'token' : requests > requestLimit ? 'call' : undefined;
  return {
    refusal: over ? dataErrors.rateLimited(apiVersion, over, wait) : undefined,
    headers: {
      'x-ratelimit-limit-requests': String(requestLimit),
      'x-ratelimit-limit-tokens': String(tokenLimit),
      'x-ratelimit-remaining-requests': String(Math.max(0, requestLimit - requests)),
      'x-ratelimit-remaining-tokens': String(Math.max(0, tokenLimit - spent)),
    },
  };
}
