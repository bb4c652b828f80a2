import { runTag } from '../../../common/run_tag';
import type { SetupRequest } from '../../../common/setup_request';

/** The person's tags and the run's ownership tag. */
export const tagsOf = (request: SetupRequest, runId: string | undefined) => ({
  ...request.tags,
  ...(runId ? { [runTag]: runId } : {}),
});

export type Tags = Readonly<Record<string, string>>;

/** Tag names are case-insensitive in Azure. */
const ownersIn = (tags: Tags): string[] =>
  Object.entries(tags).flatMap(([name, value]) => (name.toLowerCase() === runTag ? [value] : []));

/** The ownership tag of another run. */
export const isForeign = (tags: Tags, runId: string | undefined): boolean =>
  ownersIn(tags).length > 0 && !isOwned(tags, runId);

/** The ownership tag of this run. */
export const isOwned = (tags: Tags, runId: string | undefined): boolean =>
  runId !== undefined && ownersIn(tags).includes(runId);
