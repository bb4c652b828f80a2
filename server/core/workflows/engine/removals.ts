import {
  SetupError,
  unlessSetupError,
  type Problem,
  type ProblemCode,
} from '../../../../common/problem';
import type { Removal, Run } from '../../../../common/run';
import type { SetupRequest } from '../../../../common/setup_request';
import { nameOf } from '../../../../common/steps';
import type { Step, StepContext } from '../../steps/step';
import { requestsFor, requestsOf } from './run_state';
import { fatal } from './backward';
import { transientProblems } from '../../transient_problems';
import { stepsFor, type Workflow } from '../workflow';

/** True for temporary failures. */
const isInconclusive = (code: ProblemCode) => fatal.has(code) || transientProblems.has(code);

type Found = { removal: Removal } | { unreadable: Problem };

async function find(step: Step, context: StepContext): Promise<Found[]> {
  try {
    const removal = await step.undo?.find(context);
    return removal ? [{ removal }] : [];
  } catch (error) {
    if (!(error instanceof SetupError) || isInconclusive(error.problem.code)) throw error;
    return [{ unreadable: error.problem }];
  }
}

/** The removal with other targets that stop working, if readable. */
async function withNeed(step: Step, context: StepContext, removal: Removal): Promise<Removal> {
  if (removal.kept || !step.undo?.neededBy) return removal;
  const neededBy = (await unlessSetupError(step.undo.neededBy(context))) ?? [];
  return neededBy.length > 0 ? { ...removal, neededBy } : removal;
}

/** An unreadable resource is listed as kept, and does not block others. */
async function removalOf(step: Step, context: StepContext): Promise<Removal[]> {
  const found = await find(step, context);
  const name = nameOf(step.id, context.request, context.runId);
  return Promise.all(
    found.map((one) =>
      'removal' in one
        ? withNeed(step, context, one.removal)
        : Promise.resolve({ step: step.id, name, kept: one.unreadable }),
    ),
  );
}

/** The resources with the run's ownership tag, in undo order. */
export async function removals(
  { steps }: Workflow,
  run: Run,
  context: Omit<StepContext, 'request'>,
): Promise<Removal[]> {
  const requests = requestsOf(run);
  const looks = [...steps]
    .reverse()
    .flatMap((step) =>
      requestsFor(run, step).map((request) => removalOf(step, { ...context, request, requests })),
    );
  const found = (await Promise.all(looks)).flat();
  const distinct = new Map(
    found.map((one) => [JSON.stringify([one.step, one.name, one.portalUrl, one.kept?.code]), one]),
  );
  return [...distinct.values()];
}

/**
 * Throws if a resource has the run's tag or a target the run's id before the run starts: it belongs to another run of
 * that id and would be deleted with this one. `run` has the previous requests.
 */
export async function assertUnclaimed(
  workflow: Workflow,
  context: StepContext,
  run?: Pick<Run, 'request' | 'previousRequests'>,
): Promise<void> {
  const { runId } = context;
  const idOf = ({ resourceId, objectId }: Step, request: SetupRequest): string | undefined =>
    (resourceId?.(request) ?? (runId && objectId?.(request, runId)))?.toLowerCase();
  const steps = stepsFor(workflow, context.request);
  const requests = run ? requestsOf(run) : [];
  const ownIds = requests.flatMap((request) => steps.map((step) => idOf(step, request)));
  const unknown = steps.filter((step) => {
    const id = idOf(step, context.request);
    return id === undefined ? run === undefined : !ownIds.includes(id);
  });
  const looks = unknown.map(async (step): Promise<Problem[]> => {
    const code = step.undo?.claimed;
    const found = await find(step, context);
    return found.flatMap((one): Problem[] => {
      if (!code) return [];
      if ('removal' in one) return [{ code, detail: { name: one.removal.name } }];
      // An unreadable resource cannot be claimed; a conflict means that another object has the id.
      const name = nameOf(step.id, context.request, context.runId);
      return one.unreadable.code === code ? [{ code, detail: { name } }] : [];
    });
  });
  const [claimed] = (await Promise.all(looks)).flat();
  if (claimed) throw new SetupError(claimed);
}
