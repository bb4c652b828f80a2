import { SetupError, type ProblemCode } from '../../common/problem';
import type { Removal, Run } from '../../common/run';
import { steps } from '../steps';
import type { Step, StepContext } from '../steps/step';
import { requestsOf } from './run_state';
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

/** What bears the run's mark, in the order in which it would go. */
export async function removals(
  run: Run,
  context: Omit<StepContext, 'request'>,
): Promise<Removal[]> {
  const asked = [...steps]
    .reverse()
    .flatMap((step) => requestsOf(run).map((request) => removalOf(step, { ...context, request })));
  const found = (await Promise.all(asked)).flat();
  const things = new Map(
    found.map((one) => [JSON.stringify([one.step, one.name, one.portalUrl, one.kept?.code]), one]),
  );
  return [...things.values()];
}
