import type { OperationOptions } from '@azure/core-client';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { hostOf } from '../../../../../common/values/host_of';
import { SetupError } from '../../../../../common/problem';
import { isRecord, parseJson } from '../../../../../common/values/json';
import { maximumAnswerBytes } from '../../http/https_client';
import { notAzure } from '../../http/foreign_answer';
import { hostRefused } from '../../http/transport_errors';

export type ReadOptions = Pick<OperationOptions, 'abortSignal' | 'onResponse'>;

/** ARM's longest list, the deployments of a subscription, has tens of pages. */
const maximumPages = 200;
/** For one list; a page that is being read is completed. */
const longestListMs = 60_000;

type Judge = (answer: unknown, response: PipelineResponse) => unknown;

/** A JSON object, as every ARM response to a read. */
export function objectIn(answer: unknown, { status, request }: PipelineResponse) {
  if (!isRecord(answer) || Object.keys(answer).length === 0) throw notAzure(status, request.url);
  return answer;
}

/** One resource. A response without name and id is not from ARM. */
export function resourceIn(answer: unknown, { status, request }: PipelineResponse) {
  const isResource =
    isRecord(answer) && ['id', 'name'].some((key) => typeof answer[key] === 'string');
  if (!isResource) throw notAzure(status, request.url);
  return answer;
}

interface PageNames {
  items: string;
  next: string;
}
const armNames: PageNames = { items: 'value', next: 'nextLink' };

/** Reads the pages of a list, up to a limit. */
export function pageReader({ items, next }: PageNames = armNames) {
  const seen = new Set<string>();
  const until = Date.now() + longestListMs;
  let length = 0;
  return (answer: unknown, { status, request, bodyAsText }: PipelineResponse) => {
    const found = isRecord(answer) ? answer[items] : undefined;
    if (!isRecord(answer) || !Array.isArray(found)) throw notAzure(status, request.url);
    const value: unknown[] = found;
    const nextLink = answer[next];
    if (typeof nextLink !== 'string' || nextLink === '') return { value };
    if (!URL.canParse(nextLink, request.url)) throw hostRefused(nextLink);
    length += bodyAsText?.length ?? 0;
    const goesOn = seen.size < maximumPages && length < maximumAnswerBytes && Date.now() < until;
    if (seen.has(nextLink) || !goesOn) {
      const detail = { host: hostOf(request.url), pages: seen.size + 1 };
      throw new SetupError({ code: 'azure_answer_too_large', detail });
    }
    seen.add(nextLink);
    return { value, nextLink };
  };
}

/** The SDK treats an invalid response as an empty one, so responses are validated before the SDK parses them. */
export const judgedBy =
  (judge: Judge): NonNullable<OperationOptions['onResponse']> =>
  (response, _read, error) => {
    if (error === undefined) judge(parseJson(response.bodyAsText), response);
  };
