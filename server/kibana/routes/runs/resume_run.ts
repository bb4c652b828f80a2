import { routes } from '../../../../common/routes';
import type { Run } from '../../../../common/run';
import { workflows } from '../../../core/workflows';
import { assertUnclaimed } from '../../../core/workflows/engine/removals';
import { assertReady } from './assert_ready';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { signedIn, type RouteContext } from '../../http/route_context';

/** Resumes a run with a new session and, optionally, a changed request. */
export const registerResumeRun = (context: RouteContext) =>
  defineRoute(context, routes.resumeRun, async ({ params, body, request, services }) => {
    const { runId } = params;
    const { request: moved } = body;
    let about: Pick<Run, 'workflow' | 'request'> | undefined;
    const run = await audited(
      (end) => services.audit(request, { action: 'resume', id: runId, run: about, ...end }),
      async () => {
        const { caller, azure, targets } = await signedIn(services, request, body.session);
        const { state } = await services.runs.load(runId, caller);
        about = moved ? { ...state.run, request: moved } : state.run;
        const workflow = workflows[state.run.workflow];
        await assertReady(workflow, targets, moved ?? state.run.request);
        if (moved) {
          const context = { request: moved, runId, azure, targets };
          await assertUnclaimed(workflow, context, state.run);
        }
        return caller;
      },
      (caller) => services.runs.resume(caller, { ...body, runId }),
    );
    return { run };
  });
