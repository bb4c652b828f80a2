import { unlessSetupError } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { targetIdOf } from '../../../common/targets/inference_id';
import { targetKindsOf, type TargetKind } from '../../../common/targets/targets';
import type { Targets } from './target';

/** Time that the page waits for a target, in milliseconds. */
const timeoutMs = 5_000;

/** The kinds of targets of a finished setup that no longer exist. A target that cannot be read now is not one of them. */
export async function missingTargets(
  targets: Targets,
  { request, runId }: Pick<Run, 'request' | 'runId'>,
): Promise<TargetKind[]> {
  const isMissing = async (kind: TargetKind) =>
    (await targets[kind].look(targetIdOf(kind, request, runId), { timeoutMs })) === undefined;
  const kinds = targetKindsOf(request);
  const missing = await Promise.all(kinds.map((kind) => unlessSetupError(isMissing(kind))));
  return kinds.filter((_kind, index) => missing[index]);
}
