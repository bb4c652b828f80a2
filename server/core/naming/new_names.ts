import { SetupError, type Problem } from '../../../common/problem';
import { brokenNames, type Existing, type SetupRequest } from '../../../common/setup_request';

/** Reasons why a resource cannot be created under the names in the request. */
export const namesRefused = (thing: Existing, request: SetupRequest): Problem[] =>
  brokenNames(thing, request).map((field) => ({ code: 'invalid_request', field }));

/** Names of existing things pass as they are; a new thing is never created under a name that breaks a rule. */
export function assertNames(thing: Existing, request: SetupRequest): void {
  const [refused] = namesRefused(thing, request);
  if (refused) throw new SetupError(refused);
}
