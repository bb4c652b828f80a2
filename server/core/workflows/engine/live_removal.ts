import type { Run, RunStep } from '../../../../common/run';
import type { StepId } from '../../../../common/steps';
import type { StepContext } from '../../steps/step';
import { lineOf, requestsFor, requestsOf, runningLine, withoutProblem } from './run_state';
import type { Workflow } from '../workflow';

/**
 * Looks at the resources of a run during undo, last step first, until one still exists that undo deletes. A resource that was never seen
 * is left to the tick, because it can still appear. @param seen - The results of earlier looks; updated.
 */
export async function lookBackward(
  { steps }: Workflow,
  run: Run,
  context: StepContext,
  seen: Map<StepId, RunStep>,
): Promise<void> {
  const now = new Date();
  const requests = requestsOf(run);
  for (const step of [...steps].reverse()) {
    const saved = lineOf(run, step.id);
    const line = seen.get(step.id) ?? saved;
    const isOpen = ({ status }: RunStep) => status === 'pending' || status === 'running';
    if (!saved || !line || !step.undo || !isOpen(saved) || !isOpen(line)) continue;
    const { undo } = step;
    const found = await Promise.all(
      requestsFor(run, step).map((request) => undo.find({ ...context, request, requests })),
    );
    if (found.some((removal) => removal && !removal.kept)) {
      seen.set(step.id, { ...runningLine(line, now), outcome: 'created' });
      return;
    }
    const problem = found.find((removal) => removal)?.kept;
    if (problem) {
      const kept = {
        ...withoutProblem(runningLine(line, now)),
        outcome: 'created',
        problem,
      } as const;
      seen.set(step.id, { ...kept, status: 'kept' });
      continue;
    }
    if (line.outcome !== 'created') continue;
    seen.set(step.id, {
      ...withoutProblem(runningLine(line, now)),
      status: 'removed',
      finishedAt: now.toISOString(),
    });
  }
}
