import type { Run } from '../../../common/run';
import { SetupError } from '../../../common/problem';
import { mainTargetIdOf, mainTargetTitleOf } from '../../../common/targets/inference_id';
import { mainTargetOf } from '../../../common/targets/targets';
import type { CallOptions } from './bounded';
import type { Targets } from './target';

/** The target of a run that is asked and made the default model. Throws `resource_not_found` if it was deleted. */
export async function existingMainTarget(
  targets: Targets,
  { runId, request }: Pick<Run, 'runId' | 'request'>,
  options?: CallOptions,
) {
  const target = targets[mainTargetOf(request)];
  const id = mainTargetIdOf(request, runId);
  if (await target.look(id, options)) return { target, id };
  const name = mainTargetTitleOf(request, runId);
  throw new SetupError({ code: 'resource_not_found', detail: { name } });
}
