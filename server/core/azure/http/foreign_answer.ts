import { hostOf } from '../../../../common/values/host_of';
import { SetupError, type Problem } from '../../../../common/problem';

/** Statuses with which a gateway says that it will be able to do it later. */
export const isPassing = (status: number): boolean =>
  status === 408 || status === 429 || status >= 500;

/**
 * The problem of an answer that is not in the format of the called service: a system between Kibana and Azure, such as
 * a company gateway, answered instead. The status tells whether to try again, and nothing about Azure.
 */
export function notAzureProblem(status: number, url: string): Problem {
  const host = hostOf(url);
  const detail = { ...(host ? { host } : {}), status };
  if (status === 407) return { code: 'proxy_authentication_required', detail: { host } };
  return { code: isPassing(status) ? 'gateway_unavailable' : 'answer_not_azure', detail };
}

export const notAzure = (status: number, url: string): SetupError =>
  new SetupError(notAzureProblem(status, url));
