import type { IncomingHttpHeaders } from 'node:http';
import type { Host } from '../hosts';

/** One HTTP request as the simulator's parts see it. */
export interface SimRequest {
  host: Host;
  hostname: string;
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  /** A fault: what this request starts is accepted and then fails with these words. */
  failOperation?: { code: string; message: string };
  body: string;
}

/** One answer. At most one of `json`, `text` and `stream`. */
export interface Reply {
  status: number;
  headers?: Readonly<Record<string, string>>;
  json?: unknown;
  text?: string;
  /** Server-sent events, each chunk written as it comes. */
  stream?: AsyncIterable<string>;
}

export const ok = (json: unknown, headers?: Record<string, string>): Reply => ({
  status: 200,
  json,
  headers,
});

/** A rule looks at a request and answers a refusal, or nothing when it has no objection. */
export type Rule<Subject> = (subject: Subject) => Reply | undefined;

export function firstRefusal<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
): Reply | undefined {
  for (const rule of rules) {
    const refusal = rule(subject);
    if (refusal) return refusal;
  }
  return undefined;
}

/** A JSON object from text, or undefined when it is something else. */
export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
