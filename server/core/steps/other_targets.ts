import { targetIdOf } from '../../../common/targets/inference_id';
import { targetKinds, type TargetKind } from '../../../common/targets/targets';
import { unlessSetupError } from '../../../common/problem';
import type { ExistingTarget } from '../targets/target';
import type { StepContext } from './step';

/**
 * The targets of one kind that are not the run's, except connectors of other spaces and those that the person cannot
 * read.
 */
async function othersOf(kind: TargetKind, context: StepContext): Promise<ExistingTarget[]> {
  const { request, requests = [request], runId, targets } = context;
  const own = new Set(
    runId === undefined
      ? []
      : requests.flatMap((one) => targets[kind].idsOf(targetIdOf(kind, one, runId))),
  );
  const all = (await unlessSetupError(targets[kind].list())) ?? [];
  return all.filter(({ id }) => !own.has(id));
}

/** Names of the targets of other setups and people that match the predicate. */
export async function otherTargets(
  context: StepContext,
  matches: (target: ExistingTarget) => boolean,
): Promise<string[]> {
  const found = await Promise.all(targetKinds.map((kind) => othersOf(kind, context)));
  return found
    .flat()
    .filter(matches)
    .map(({ name }) => name);
}
