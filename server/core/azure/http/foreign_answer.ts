import { hostOf } from '../../../../common/values/host_of';
import { SetupError, type Problem } from '../../../../common/problem';

/** Temporary gateway statuses. */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 429 || status >= 500;

/**
 * The problem of a response that is not in the format of the called service: a system between Kibana and Azure, such as
 * a company gateway, responded instead. The status only determines whether to retry.
 */
export function notAzureProblem(status: number, url: string): Problem {
  const host = hostOf(url);
  const detail = { ...(host ? { host } : {}), status };
  if (status === 407) return { code: 'proxy_authentication_required', detail: { host } };
  return { code: isPassing(status) ? 'gateway_unavailable' : 'answer_not_azure', detail };
}

export const notAzure = (status: number, url: string): SetupError =>
  new SetupError(notAzureProblem(status, url));
