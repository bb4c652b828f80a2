import { runTag } from '../../common/run';
import type { SetupRequest } from '../../common/setup_request';

/** The person's tags and the run's mark, which says whose the resource is. */
export const markedTags = (request: SetupRequest, runId: string | undefined) => ({
  ...request.tags,
  ...(runId ? { [runTag]: runId } : {}),
});

/** The ownership tag of another run. */
export const isForeign = (tags: Readonly<Record<string, string>>, runId: string | undefined) =>
  tags[runTag] !== undefined && !isMarked(tags, runId);

export const isMarked = (tags: Readonly<Record<string, string>>, runId: string | undefined) =>
  runId !== undefined && tags[runTag] === runId;
