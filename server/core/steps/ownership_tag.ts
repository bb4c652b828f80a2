import { runTag } from '../../../common/run_tag';
import type { SetupRequest } from '../../../common/setup_request';

/** The person's tags and the run's mark, which says whose the resource is. */
export const markedTags = (request: SetupRequest, runId: string | undefined) => ({
  ...request.tags,
  ...(runId ? { [runTag]: runId } : {}),
});

type Tags = Readonly<Record<string, string>>;

/** Azure does not tell capital letters in tag names from small ones, and others may write the name in their way. */
const ownersIn = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([name, value]) => (name.toLowerCase() === runTag ? [value] : []));

/** The ownership tag of another run. */
export const isForeign = (tags: Tags, runId: string | undefined): boolean =>
  ownersIn(tags).length > 0 && !isMarked(tags, runId);

export const isMarked = (tags: Tags, runId: string | undefined): boolean =>
  runId !== undefined && ownersIn(tags).includes(runId);
