import { SetupError, type Problem } from '../../../common/problem';
import { brokenNames, type Existing, type SetupRequest } from '../../../common/setup_request';

/** Reasons why a resource cannot be created under the names in the request. */
export const namesRefused = (thing: Existing, request: SetupRequest): Problem[] =>
  brokenNames(thing, request).map((field) => ({ code: 'invalid_request', field }));

/** For new resources only; existing names are always valid. */
export function assertNames(thing: Existing, request: SetupRequest): void {
  const [refused] = namesRefused(thing, request);
  if (refused) throw new SetupError(refused);
}
