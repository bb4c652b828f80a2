import { ok, parseObject, textOf, type Reply } from '../../http/message';
import type { SimulatorState } from '../../state';
import { refusals } from '../arm_error';
import { sameName, type SubscriptionCall } from '../call';

export const isSubdomainWord = (word: string): boolean =>
  /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/i.test(word);

/** Held by any account, soft-deleted ones included, or by another customer. */
export const isSubdomainHeld = (state: SimulatorState, word: string): boolean =>
  word.toLowerCase().startsWith(state.world.takenPrefix) ||
  state.world.accounts.some(
    ({ customSubDomainName }) =>
      customSubDomainName !== undefined && sameName(customSubDomainName, word),
  );

export function checkDomainAvailability({ state, request }: SubscriptionCall): Reply {
  const body = parseObject(request.body);
  const subdomainName = textOf(body?.subdomainName);
  const type = textOf(body?.type);
  const kind = textOf(body?.kind);
  if (subdomainName === undefined || type === undefined)
    return refusals.badContent('subdomainName and type are required');
  const valid = isSubdomainWord(subdomainName);
  const available = valid && !isSubdomainHeld(state, subdomainName);
  const reason = valid
    ? `Sub domain name '${subdomainName}' is already used. Please pick a different name.`
    : `Sub domain name '${subdomainName}' is not valid`;
  return ok({
    isSubdomainAvailable: available,
    reason: available ? null : reason,
    subdomainName,
    type,
    ...(kind === undefined ? {} : { kind }),
  });
}
