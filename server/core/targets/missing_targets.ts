import { unlessSetupError } from '../../../common/problem';
import type { Run } from '../../../common/run';
import { targetIdOf } from '../../../common/targets/inference_id';
import { targetKindsOf, type TargetKind } from '../../../common/targets/targets';
import type { Targets } from './target';

/** Time that the page waits for a target, in milliseconds. */
const timeoutMs = 5_000;

type SetUpRun = Pick<Run, 'request' | 'runId'>;

/** The kinds of targets of a finished setup that no longer exist. A target that cannot be read now is not one of them. */
export async function missingTargets(
  targets: Targets,
  { request, runId }: SetUpRun,
): Promise<TargetKind[]> {
  const isMissing = async (kind: TargetKind) =>
    (await targets[kind].look(targetIdOf(kind, request, runId), { timeoutMs })) === undefined;
  const kinds = targetKindsOf(request);
  const missing = await Promise.all(kinds.map((kind) => unlessSetupError(isMissing(kind))));
  return kinds.filter((_kind, index) => missing[index]);
}

/** The same for each of several finished setups, with one read of each kind that they created. */
export async function missingTargetsOfEach(
  targets: Targets,
  runs: readonly SetUpRun[],
): Promise<(run: SetUpRun) => TargetKind[]> {
  const created = new Set(runs.flatMap(({ request }) => targetKindsOf(request)));
  const existing = new Map(
    await Promise.all(
      [...created].map(async (kind) => {
        const listed = await unlessSetupError(targets[kind].list({ timeoutMs }));
        return [kind, listed && new Set(listed.map(({ id }) => id))] as const;
      }),
    ),
  );
  return ({ request, runId }) =>
    targetKindsOf(request).filter(
      (kind) => existing.get(kind)?.has(targetIdOf(kind, request, runId)) === false,
    );
}
