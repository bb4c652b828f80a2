import type { Run } from '../../../common/run';
import { routes } from '../../../common/routes';
import { existingMainTarget } from '../../core/targets/main_target';
import { assertFinished } from '../tasks/run_refusals';
import { audited } from '../http/audited';
import { createCallLimit } from '../http/call_limit';
import { defineStreamedRoute } from '../http/define_route';
import { abortedBy, type RouteContext } from '../http/route_context';

/** Sends the person's question through the run's target. Question and answer are neither stored nor logged. */
export function registerAsk(context: RouteContext): void {
  const oneAtATime = createCallLimit({ perPerson: 1 });
  defineStreamedRoute(context, routes.ask, async ({ params, body, request, services }) => {
    const { runId } = params;
    const caller = services.callerOf(request);
    const signal = abortedBy(request);
    let about: Run | undefined;
    async function allowed() {
      const { run } = (await services.runs.load(runId, caller)).state;
      about = run;
      assertFinished(run);
      return { run, ...(await existingMainTarget(services.targetsOf(request), run, { signal })) };
    }
    return (send) =>
      oneAtATime(JSON.stringify([caller.user, caller.space, runId]), async () => {
        const answer = await audited(
          (end) => services.audit(request, { action: 'ask', id: runId, run: about, ...end }),
          allowed,
          async ({ run, target, id }) => {
            const probes = run.answer?.probes ?? [];
            const isStreamed = !probes.some(
              ({ probe, status }) => probe === 'stream' && status === 'fail',
            );
            return target.chat(id, body.question, { isStreamed, onText: send, signal });
          },
        );
        services.audit(request, { action: 'ask', id: runId, run: about, outcome: 'success' });
        return answer;
      });
  });
}
