import { useRuns } from '../../api/queries';

/** The id of the last change of a setup's throughput, if it is under way or has stopped. */
export function useUnfinishedChange(setUpId: string): string | undefined {
  const runs = useRuns().data?.runs ?? [];
  const [last] = runs
    .filter((run) => run.workflow === 'change_size' && run.setUpId === setUpId)
    .sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  return last?.status === 'running' || last?.status === 'blocked' ? last.runId : undefined;
}
