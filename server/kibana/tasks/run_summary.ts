import { mainTargetIdOf, mainTargetTitleOf } from '../../../common/targets/inference_id';
import type { Run, RunSummary } from '../../../common/run';

/** A run in the list of setups. */
export const summaryOf = ({
  runId,
  workflow,
  setUpId,
  status,
  problem,
  request,
  startedAt,
  missingTargets = [],
}: Run): RunSummary => ({
  runId,
  workflow,
  ...(setUpId && { setUpId }),
  status,
  isStopped: problem !== undefined,
  target: request.target,
  targetName: mainTargetTitleOf(request, runId),
  targetId: mainTargetIdOf(request, runId),
  modelName: request.modelName,
  startedAt,
  ...(missingTargets.length > 0 && { missingTargets }),
});
