import { isRestError } from '@azure/core-rest-pipeline';
import { isValiError } from 'valibot';
import {
  problemWith,
  SetupError,
  unlessFailure,
  withDetail,
  type AzureWords,
  type Problem,
} from '../../../../../common/problem';
import {
  meaningOf,
  meaningOfStatus,
  meaningOfUnregistered,
  type Operation,
  type Meaning,
} from './error_codes';
import { armDetail } from './error_detail';
import { readFailure, type ArmError, type ArmFailure } from './error_response';
import { isPassing, notAzureProblem } from '../../http/foreign_answer';
import { withRequestDetail, type Target } from './request_detail';
import { connectionProblem } from '../../http/transport_errors';

interface Found {
  meaning: Meaning;
  error: ArmError;
}

/** The namespace of a request: the last one in its path. */
const namespaceIn = (url: string): string => /.*\/providers\/([\w.]+)/i.exec(url)?.[1] ?? '';

/** The unregistered namespace, from the target of an inner error. */
const unregisteredIn = (error: ArmError, url: string): string =>
  [...error.details.map(({ target }) => target), error.target].find(Boolean) ?? namespaceIn(url);

/** The first node, depth-first, with a known code; outer codes are often only wrappers. */
function find(error: ArmError, url: string, operation?: Operation): Found | undefined {
  if (error.code === 'MissingSubscriptionRegistration') {
    return { meaning: meaningOfUnregistered(unregisteredIn(error, url)), error };
  }
  const meaning = error.code === undefined ? undefined : meaningOf(error.code, operation);
  if (meaning) return { meaning, error };
  for (const inner of error.details) {
    const found = find(inner, url, operation);
    if (found) return found;
  }
  return undefined;
}

function toWords({ code, message }: ArmError, { correlationId, at }: ArmFailure): AzureWords {
  return {
    ...(code && { code }),
    ...(message && { message }),
    ...(correlationId && { correlationId }),
    ...(at && { at }),
  };
}

/** True if Azure requires another sign-in: by a claims challenge, or by its rule for all writes. */
const asksForClaims = ({ status, error, claims }: ArmFailure): boolean =>
  claims !== undefined || (status === 401 && error.code === 'RequestDisallowedByPolicy');

function meaningIn(failure: ArmFailure, operation?: Operation): Found {
  const { status, error, url } = failure;
  if (asksForClaims(failure)) return { meaning: { code: 'sign_in_claims_required' }, error };
  return find(error, url, operation) ?? { meaning: meaningOfStatus(status), error };
}

/** Overloaded services respond without a body; all other ARM responses have one. */
const isForeign = ({ answerer, status = 0, claims }: ArmFailure): boolean =>
  claims === undefined && (answerer === 'other' || (answerer === 'unknown' && !isPassing(status)));

function refusal(failure: ArmFailure, operation?: Operation): Problem {
  const { retryAfterSeconds: seconds, claims, status = 0, url } = failure;
  if (isForeign(failure)) return notAzureProblem(status, url);
  const { meaning, error } = meaningIn(failure, operation);
  const { code, ...about } = meaning;
  const azure = toWords(error, failure);
  const said = problemWith(code, { ...about, ...(Object.keys(azure).length > 0 && { azure }) });
  const pause = code === 'azure_throttled' ? seconds : undefined;
  return withDetail(said, { ...armDetail(code, error), claims, seconds: pause });
}

function toProblem(error: unknown, operation?: Operation): Problem {
  if (error instanceof SetupError) return error.problem;
  // The caller aborted; a later retry is always valid.
  if (error instanceof Error && error.name === 'AbortError') return { code: 'azure_busy' };
  // A response without the required values.
  if (isValiError(error)) return { code: 'azure_error' };
  if (!isRestError(error)) return { code: 'unexpected' };
  if (error.response) return refusal(readFailure(error), operation);
  return connectionProblem(error, error.request?.url ?? '');
}

/** Converts an error of a request to ARM into a named failure with the parameters of the verb. */
export function toSetupError(
  error: unknown,
  target: Target = {},
  operation?: Operation,
): SetupError {
  const problem = withRequestDetail(toProblem(error, operation), target);
  const named = new SetupError(problem);
  // A programming error keeps its stack; a failed request must not, because it contains the token.
  return problem.code === 'unexpected' ? Object.assign(named, { cause: error }) : named;
}

/** Runs a verb of the port and converts the SDK's errors. */
export async function translating<T>(
  target: Target,
  act: () => Promise<T>,
  operation?: Operation,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw toSetupError(error, target, operation);
  }
}

/**
 * ARM's codes for an absent resource; a 404 without one of them does not mean absence. An unregistered resource
 * provider has no resources.
 */
const absent: readonly Problem['code'][] = [
  'resource_not_found',
  'resource_group_not_found',
  'provider_not_registered',
];

/** Converts absence to `undefined`; rethrows all other failures. */
export const orAbsent = <T>(look: Promise<T>, codes = absent): Promise<T | undefined> =>
  unlessFailure(look, ...codes);
