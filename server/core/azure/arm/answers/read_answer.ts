import type { OperationOptions } from '@azure/core-client';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { hostOf } from '../../../../../common/values/host_of';
import { SetupError } from '../../../../../common/problem';
import { isRecord, parseJson } from '../../../../../common/values/json';
import { maximumAnswerBytes } from '../../http/https_client';
import { notAzure } from '../../http/foreign_answer';
import { hostRefused } from '../../http/transport_errors';

export type ReadOptions = Pick<OperationOptions, 'abortSignal' | 'onResponse'>;

/** The longest list of ARM's that is read, deployments of a whole subscription, has some tens of pages. */
const maximumPages = 200;
/** Of one list; the page that is under way is still read. */
const longestListMs = 60_000;

type Judge = (answer: unknown, response: PipelineResponse) => unknown;

/** An answer that says something, as every answer of ARM's to a question does. */
export function objectIn(answer: unknown, { status, request }: PipelineResponse) {
  if (!isRecord(answer) || Object.keys(answer).length === 0) throw notAzure(status, request.url);
  return answer;
}

/** One resource. Every resource says its name or its id; an answer that says neither is none of ARM's. */
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

/** Reads the pages of one list, and refuses a list without an end. */
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

/** The SDK takes an odd answer for an empty one: what it reads is judged before it reads it. */
export const judgedBy =
  (judge: Judge): NonNullable<OperationOptions['onResponse']> =>
  (response, _read, error) => {
    if (error === undefined) judge(parseJson(response.bodyAsText), response);
  };
