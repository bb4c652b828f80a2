import { runTag } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';

/** The person's tags and the run's mark, which says whose the resource is. */
export const markedTags = (request: SetupRequest, runId: string | undefined) => ({
  ...request.tags,
  ...(runId ? { [runTag]: runId } : {}),
});

export const isMarked = (tags: Readonly<Record<string, string>>, runId: string | undefined) =>
  runId !== undefined && tags[runTag] === runId;
