import * as v from 'valibot';
import { integer, record, strictObject } from '../shapes';

/**
 * Injected faults.
 *
 * - `reset` drops the connection before the request is read, `lose_answer` after it was carried out, `truncate` in
 *   the middle of the answer, `truncate_gzip` in the middle of a compressed one.
 * - `slowMs` answers late. `hangMs` is silence: nothing is carried out, and the connection closes after that time;
 *   with `after: 'action'` the request is carried out first, with `after: 'headers'` the status line comes and
 *   then nothing.
 * - `failOperation` accepts the creation of an account or a deployment and lets it end `Failed`.
 * - `html` is a page of something between the client and Azure, with this status.
 * - `body` is returned unchanged instead of Azure's answer, with `status` (200) and `contentType` (JSON).
 * - `redirect` is a 302 to this URL. `hugeBytes` is a JSON answer of that size, `gzip` a compressed one.
 * - `self_link` is Azure's answer with a `nextLink` to the same page, `endless_pages` with one to another page.
 * - `untrusted` (of CONNECT only) answers with a certificate of an unknown authority.
 */
const faultActionSchema = v.union([
  v.picklist([
    'reset',
    'truncate',
    'truncate_gzip',
    'lose_answer',
    'self_link',
    'endless_pages',
    'untrusted',
  ]),
  strictObject({
    hangMs: v.pipe(integer, v.minValue(0)),
    after: v.optional(v.picklist(['action', 'headers'])),
  }),
  strictObject({ html: v.pipe(integer, v.minValue(200), v.maxValue(599)) }),
  strictObject({
    body: v.string(),
    status: v.optional(v.pipe(integer, v.minValue(200), v.maxValue(599))),
    contentType: v.optional(v.string()),
  }),
  strictObject({ redirect: v.string() }),
  strictObject({ hugeBytes: v.pipe(integer, v.minValue(0)), gzip: v.optional(v.boolean()) }),
  strictObject({ slowMs: v.pipe(integer, v.minValue(0)) }),
  strictObject({
    status: v.pipe(integer, v.minValue(200), v.maxValue(599)),
    code: v.string(),
    message: v.string(),
    headers: v.optional(record(v.string())),
  }),
  strictObject({ failOperation: strictObject({ code: v.string(), message: v.string() }) }),
]);
export type FaultAction = v.InferOutput<typeof faultActionSchema>;

export const faultSchema = strictObject({
  /** Sources of regular expressions, case-insensitive; an absent one matches everything. */
  match: strictObject({
    host: v.optional(v.string()),
    method: v.optional(v.string()),
    path: v.optional(v.string()),
  }),
  /** Number of requests that it affects; absent: all of them. */
  times: v.optional(v.pipe(integer, v.minValue(1))),
  action: faultActionSchema,
});
export type Fault = v.InferOutput<typeof faultSchema>;

const matches = (source: string | undefined, text: string) =>
  source === undefined || new RegExp(source, 'i').test(text);

interface FaultTarget {
  hostname: string;
  method: string;
  /** With the query. */
  path: string;
}

/** The first fault that matches the request, with one use of it spent. */
export function takeFault(faults: readonly Fault[], target: FaultTarget): FaultAction | undefined {
  const fault = faults.find(
    ({ times = 1, match }) =>
      times > 0 &&
      matches(match.host, target.hostname) &&
      matches(match.method && `^${match.method}$`, target.method) &&
      matches(match.path, target.path),
  );
  if (!fault) return undefined;
  if (fault.times !== undefined) fault.times -= 1;
  return fault.action;
}
