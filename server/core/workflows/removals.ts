import { SetupError, type ProblemCode } from '../../../common/problem';
import type { Removal, Run } from '../../../common/run';
import type { SetupRequest } from '../../../common/setup_request';
import { steps } from '../steps';
import type { Step, StepContext } from '../steps/step';
import { isReused, requestsOf } from './run_state';
import { fatal } from './undo_tick';
import { transient } from './waiting';

/** Says nothing about the thing: asked again, it may be answered. */
const tellsNothing = (code: ProblemCode) => fatal.has(code) || transient.has(code);

/** What may not be looked at cannot be removed either, and keeps nothing else from it. */
async function removalOf(step: Step, context: StepContext): Promise<Removal[]> {
  try {
    const removal = await step.removal(context);
    return removal ? [removal] : [];
  } catch (error) {
    if (!(error instanceof SetupError) || tellsNothing(error.problem.code)) throw error;
    return [{ step: step.id, name: step.name(context.request), kept: error.problem }];
  }
}

/** The resources with the run's ownership tag, in the order of their removal. */
export async function removals(
  run: Run,
  context: Omit<StepContext, 'request'>,
): Promise<Removal[]> {
  const requests = requestsOf(run);
  const asked = [...steps]
    .reverse()
    .flatMap((step) =>
      requests
        .filter((request) => !isReused(run, step, request))
        .map((request) => removalOf(step, { ...context, request, requests })),
    );
  const found = (await Promise.all(asked)).flat();
  const things = new Map(
    found.map((one) => [JSON.stringify([one.step, one.name, one.portalUrl, one.kept?.code]), one]),
  );
  return [...things.values()];
}

/** Reasons to keep what is there and bears the id; any other says that it cannot be read. */
const isThere: ReadonlySet<ProblemCode> = new Set([
  'resource_not_empty',
  'connector_changed',
  'connector_conflict',
]);

/**
 * Throws if a resource has the run's tag before the run can have created it, or a connector has the run's id: it
 * belongs to another run of that id and would be deleted with this one. `run` names the previous places of the run.
 */
export async function assertUnclaimed(
  context: StepContext,
  run?: Pick<Run, 'request' | 'former'>,
): Promise<void> {
  const known = (run ? requestsOf(run) : []).flatMap((request) => resourceIds(request));
  const unknown = steps.filter((step) => {
    const id = step.resourceId?.(context.request).toLowerCase();
    return id === undefined ? run === undefined : !known.includes(id);
  });
  const looks = unknown.map(async (step): Promise<Removal[]> => {
    const found = await removalOf(step, context);
    // A resource that cannot be read cannot be claimed either.
    return found.filter(({ kept }) => !kept || isThere.has(kept.code));
  });
  const [claimed] = (await Promise.all(looks)).flat();
  if (!claimed) return;
  const { step, name } = claimed;
  const code = step === 'connector' ? 'connector_conflict' : 'run_id_used';
  throw new SetupError({ code, detail: { name } });
}

const resourceIds = (request: SetupRequest): string[] =>
  steps.flatMap((step) => step.resourceId?.(request).toLowerCase() ?? []);
