import { mainTargetIdOf, mainTargetTitleOf } from '../../../common/targets/inference_id';
import type { Run, RunSummary } from '../../../common/run';

/** What the list of setups shows of a run. */
export const summaryOf = ({
  runId,
  workflow,
  setUpId,
  status,
  problem,
  request,
  startedAt,
}: Run): RunSummary => ({
  runId,
  workflow,
  ...(setUpId && { setUpId }),
  status,
  isStopped: problem !== undefined,
  targetName: mainTargetTitleOf(request, runId),
  targetId: mainTargetIdOf(request, runId),
  modelName: request.modelName,
  startedAt,
});
