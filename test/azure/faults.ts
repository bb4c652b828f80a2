import * as z from 'zod/mini';

/**
 * Things that go wrong on purpose.
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
export const faultActionSchema = z.union([
  z.enum([
    'reset',
    'truncate',
    'truncate_gzip',
    'lose_answer',
    'self_link',
    'endless_pages',
    'untrusted',
  ]),
  z.strictObject({
    hangMs: z.int().check(z.minimum(0)),
    after: z.optional(z.enum(['action', 'headers'])),
  }),
  z.strictObject({ html: z.int().check(z.minimum(200), z.maximum(599)) }),
  z.strictObject({
    body: z.string(),
    status: z.optional(z.int().check(z.minimum(200), z.maximum(599))),
    contentType: z.optional(z.string()),
  }),
  z.strictObject({ redirect: z.string() }),
  z.strictObject({ hugeBytes: z.int().check(z.minimum(0)), gzip: z.optional(z.boolean()) }),
  z.strictObject({ slowMs: z.int().check(z.minimum(0)) }),
  z.strictObject({
    status: z.int().check(z.minimum(200), z.maximum(599)),
    code: z.string(),
    message: z.string(),
    headers: z.optional(z.record(z.string(), z.string())),
  }),
  z.strictObject({ failOperation: z.strictObject({ code: z.string(), message: z.string() }) }),
]);
export type FaultAction = z.infer<typeof faultActionSchema>;

export const faultSchema = z.strictObject({
  /** Sources of regular expressions, without regard to case; what is absent matches all. */
  match: z.strictObject({
    host: z.optional(z.string()),
    method: z.optional(z.string()),
    path: z.optional(z.string()),
  }),
  /** Number of requests that it affects; absent: all of them. */
  times: z.optional(z.int().check(z.minimum(1))),
  action: faultActionSchema,
});
export type Fault = z.infer<typeof faultSchema>;

const matches = (source: string | undefined, text: string) =>
  source === undefined || new RegExp(source, 'i').test(text);

export interface FaultTarget {
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
