import type { PipelineResponse } from '@azure/core-rest-pipeline';

const inMilliseconds = ['retry-after-ms', 'x-ms-retry-after-ms'] as const;

/** The wait that Azure asks for, in milliseconds; undefined if there is none. */
export function pauseOf(headers: PipelineResponse['headers'] | undefined): number | undefined {
  const milliseconds = inMilliseconds.map((name) => headers?.get(name)).find(Boolean);
  const header = headers?.get('retry-after');
  if (!milliseconds && !header) return undefined;
  const seconds = Number(header);
  const pause = milliseconds
    ? Number(milliseconds)
    : Number.isNaN(seconds)
      ? Date.parse(header ?? '') - Date.now()
      : seconds * 1_000;
  return Number.isFinite(pause) ? Math.max(0, pause) : undefined;
}
