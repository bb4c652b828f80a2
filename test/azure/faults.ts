import * as z from 'zod/mini';
import type { SimulatorState } from './state';

/**
 * Things that go wrong on purpose. `lose_answer` does the deed and then drops the connection;
 * `failOperation` accepts the creation of an account or a deployment and lets it end `Failed`.
 */
export const faultActionSchema = z.union([
  z.enum(['reset', 'truncate', 'lose_answer']),
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
  /** How many requests it hits before it is used up. */
  times: z.int().check(z.minimum(1)),
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

/** The first fault that is meant for this request; it counts as used. */
export function takeFault(state: SimulatorState, target: FaultTarget): FaultAction | undefined {
  const fault = state.faults.find(
    ({ times, match }) =>
      times > 0 &&
      matches(match.host, target.hostname) &&
      matches(match.method && `^${match.method}$`, target.method) &&
      matches(match.path, target.path),
  );
  if (!fault) return undefined;
  fault.times -= 1;
  return fault.action;
}
