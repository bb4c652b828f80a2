import { routes } from '../../../../common/routes';
import { assertUnclaimed } from '../../../core/workflows/engine/removals';
import { setUp } from '../../../core/workflows/set_up';
import { assertReady } from './assert_ready';
import { audited } from '../../http/audited';
import { defineRoute } from '../../http/define_route';
import { signedIn, type RouteContext } from '../../http/route_context';

/** Starts the run in the background. */
export const registerStartRun = (context: RouteContext) =>
  defineRoute(context, routes.startRun, async ({ body, request, services }) => {
    const { runs } = services;
    const { runId } = body;
    const about = { workflow: setUp.id, request: body.request };
    const run = await audited(
      (end) => services.audit(request, { action: 'start', id: runId, run: about, ...end }),
      async () => {
        const { caller, azure, targets } = await signedIn(services, request, body.session);
        const isNew = (await runs.find(runId, caller)) === undefined;
        await assertReady(setUp, targets, body.request);
        if (isNew) await assertUnclaimed(setUp, { request: body.request, runId, azure, targets });
        return caller;
      },
      (caller) => runs.start(caller, { ...body, workflow: setUp }),
    );
    services.count('run_started');
    services.count(`run_started_${run.request.target}`);
    return { run };
  });
