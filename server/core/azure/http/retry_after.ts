import type { PipelineResponse } from '@azure/core-rest-pipeline';

const inMilliseconds = ['retry-after-ms', 'x-ms-retry-after-ms'] as const;

/** Milliseconds that Azure asks the client to wait; undefined if its answer does not say. */
export function pauseOf(headers: PipelineResponse['headers'] | undefined): number | undefined {
  const milliseconds = inMilliseconds.map((name) => headers?.get(name)).find(Boolean);
  const said = headers?.get('retry-after');
  if (!milliseconds && !said) return undefined;
  const seconds = Number(said);
  const pause = milliseconds
    ? Number(milliseconds)
    : Number.isNaN(seconds)
      ? Date.parse(said ?? '') - Date.now()
      : seconds * 1_000;
  return Number.isFinite(pause) ? Math.max(0, pause) : undefined;
}
